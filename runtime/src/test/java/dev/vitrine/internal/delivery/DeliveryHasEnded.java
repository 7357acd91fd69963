package dev.vitrine.internal.delivery;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds a test's end until the delivery threads have ended that it left: {@code close} does not wait for them, and what they
 * still write would stand in the way of the temporary folder's removal. A test that has left its delivery open is not held
 * up for long.
 */
public final class DeliveryHasEnded implements AfterEachCallback {
    private static final long LONGEST_WAIT_SECONDS = 3;

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("vitrine-delivery")) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        }
    }
}
