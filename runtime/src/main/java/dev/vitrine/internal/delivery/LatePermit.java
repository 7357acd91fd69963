package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A permit that is asked for at the end of a run, on a thread of its own: the application's store of decisions may be waiting
 * for the very thing that holds a record up, and the end of the run must not wait along.
 */
final class LatePermit implements Runnable {
    private static final long MILLISECONDS = 500;

    private final Supplier<@Nullable BatchPermit> permits;
    private @Nullable BatchPermit permit;
    private volatile boolean answered;

    private LatePermit(Supplier<@Nullable BatchPermit> permits) {
        this.permits = permits;
    }

    /** Asks, and waits for half a second. */
    static LatePermit ask(Supplier<@Nullable BatchPermit> permits) {
        LatePermit asked = new LatePermit(permits);
        try {
            Thread thread = new Thread(null, asked, "vitrine-gate", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
            Closing.join(thread, MILLISECONDS);
        } catch (RuntimeException | Error noThread) {
            return asked;
        }
        return asked;
    }

    /** The thread's work. */
    @Override
    public void run() {
        try {
            permit = permits.get();
            answered = true;
        } catch (RuntimeException | Error unanswered) {
            // What the permit was for is counted as held up.
            return;
        }
    }

    /** Whether there was an answer in time. */
    boolean isAnswered() {
        return answered;
    }

    /** The answer; null is a no. */
    @Nullable
    BatchPermit permit() {
        return answered ? permit : null;
    }
}
