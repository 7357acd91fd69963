package dev.vitrine.internal.network;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** A moment by which something has to be done. Measured on the monotonic clock: setting the time does not move it. */
final class Deadline {
    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The moment that is {@code milliseconds} from now. */
    static Deadline in(long milliseconds) {
        return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    /**
     * What is left, in the form that sockets take: at least 1.
     *
     * @throws SocketTimeoutException when nothing is left
     */
    int millisecondsLeft() throws SocketTimeoutException {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the time for the exchange is over");
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(left)));
    }
}
