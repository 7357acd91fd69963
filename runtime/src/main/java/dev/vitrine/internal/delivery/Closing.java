package dev.vitrine.internal.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: what is queued is stored. That runs code of the application's, and so happens on a thread of its own, for
 * which whoever closes waits for a second and no longer; what that code holds up is then stored or counted without it.
 */
final class Closing implements Runnable {
    /** For how long the end of a run may wait for the network: one run in an hour. */
    static final long WAIT_MILLISECONDS = 1_000;
    /** For how long the end of a run waits for the application's own code. */
    private static final long OWN_CODE_MILLISECONDS = 1_000;

    private final Custody custody;
    private final DeliveryLoop loop;
    private final LongSupplier clock;
    private final @Nullable Thread deliveryThread;
    private volatile boolean stored;
    private volatile boolean mayWait;

    Closing(Custody custody, DeliveryLoop loop, LongSupplier clock, @Nullable Thread deliveryThread) {
        this.custody = custody;
        this.loop = loop;
        this.clock = clock;
        this.deliveryThread = deliveryThread;
    }

    /** Stores what is queued, and ends the loop. */
    void close() {
        if (custody.isMine()) {
            // The code of a record that is being encoded has closed us: the delivery thread stores the rest as it
            // leaves.
            loop.end();
            loop.settle(clock.getAsLong());
            return;
        }
        storeTail();
        if (mayWait) {
            loop.hurry();
            LockSupport.unpark(deliveryThread);
            awaitDone();
        }
        // The socket first: a thread that is blocked in a read would hold up the exit of the JVM for 310 milliseconds.
        loop.end();
        if (!stored && custody.take()) {
            loop.salvage(clock.getAsLong());
            stored = true;
        } else if (custody.tryEnter(OWN_CODE_MILLISECONDS)) {
            try {
                loop.settle(clock.getAsLong());
            } finally {
                custody.leave();
            }
        }
    }

    /** Whether what was queued is stored or counted; if not, the disk holds it up, or this end is not there yet. */
    boolean isStored() {
        return stored;
    }

    private void storeTail() {
        try {
            Thread thread = new Thread(null, this, "vitrine-tail", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
            join(thread);
        } catch (RuntimeException | Error noThread) {
            run();
        }
    }

    /** Stores what is queued: the thread of its own. */
    @Override
    public void run() {
        if (!custody.tryEnter(OWN_CODE_MILLISECONDS)) {
            return;
        }
        try {
            mayWait = loop.storeTail(clock.getAsLong());
            stored = true;
        } catch (RuntimeException | Error fault) {
            // Whoever closes, or the delivery thread as it leaves, does what can still be done.
            return;
        } finally {
            custody.leave();
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OWN_CODE_MILLISECONDS);
        long left = OWN_CODE_MILLISECONDS;
        while (left > 0 && thread.isAlive()) {
            try {
                thread.join(left);
            } catch (InterruptedException broken) {
                interrupted = true;
            }
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDone() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLISECONDS);
        boolean done = false;
        while (!done && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(2));
            if (custody.tryEnter(1)) {
                try {
                    done = loop.isDone(clock.getAsLong());
                } finally {
                    custody.leave();
                }
            }
        }
    }
}
