package dev.vitrine.internal.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: what is queued is stored. That runs code of the application's, and so happens on a thread of its own (or,
 * where the system has no thread left, on that which closes), for which whoever closes waits for a second; what that code
 * holds up is then stored or counted without it. Its store of decisions has half a second more, and a disk that hangs makes
 * it two.
 */
final class Closing implements Runnable {
    /** For how long the end of a run may wait for the network: one run in an hour. */
    static final long WAIT_MILLISECONDS = 1_000;
    /** For how long the end of a run waits for the application's own code. */
    static final long OWN_CODE_MILLISECONDS = 1_000;
    /** For how long it waits for the application's own store of decisions beyond that. */
    private static final long GATE_MILLISECONDS = 500;
    /** How often it is looked whether it is the application's code that is waited for. */
    private static final long TURN_MILLISECONDS = 10;

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

    /**
     * Stores what is queued, and ends the loop.
     *
     * @return false when the code of a record that is being encoded has closed us: the delivery thread stores the rest as it
     *     leaves
     */
    boolean close() {
        if (custody.isMine()) {
            loop.end();
            loop.settle(clock.getAsLong());
            return false;
        }
        storeTail();
        if (mayWait) {
            loop.hurry();
            LockSupport.unpark(deliveryThread);
            awaitDone();
        }
        // The socket first: a thread that is blocked in a read would hold up the exit of the JVM for 310 milliseconds.
        loop.end();
        boolean settled = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OWN_CODE_MILLISECONDS);
        // Who is between two pieces of the application's code now may be held up by the next a moment later.
        long asked = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATE_MILLISECONDS);
        while (!settled && !custody.isTaken() && end - System.nanoTime() > 0) {
            // What waits for the gate is whole: an answer that comes now saves it.
            boolean answerMayCome = loop.isAsking() && asked - System.nanoTime() > 0;
            settled = (!answerMayCome && takeOver()) || settle();
        }
        return true;
    }

    private boolean settle() {
        boolean entered = custody.tryEnter(TURN_MILLISECONDS);
        if (entered) {
            try {
                loop.settle(clock.getAsLong());
            } finally {
                custody.leave();
            }
        }
        return entered;
    }

    /** Stores or counts, if there is still something to, what a thread holds that runs the application's code. */
    boolean takeOver() {
        boolean taken = !stored && custody.take();
        if (taken) {
            loop.salvage(clock.getAsLong());
            stored = true;
        }
        return taken;
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
            join(thread, OWN_CODE_MILLISECONDS);
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

    /** Waits for the end of a thread, for so long. Keeps the interrupt for later. */
    static void join(Thread thread, long milliseconds) {
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        long left = milliseconds;
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
        // Left set, the flag would end each of the waits at once.
        boolean interrupted = Thread.interrupted();
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
