package dev.vitrine.internal.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who may touch what is being delivered: one thread at a time. In the middle of its work that thread may have to run code of
 * the application's, a record's or that of a list of names, which can take for ever. While it does, the thread that ends the
 * run can {@link #take} everything out of its hands, for good.
 *
 * <p>Safe for use by several threads.
 */
final class Custody {
    private static final int HELD = 0;
    private static final int LENT = 1;
    private static final int TAKEN = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger state = new AtomicInteger();

    /** Was thrown in the thread out of whose hands all was taken: it unwinds, and does nothing more. */
    static final class TakenError extends Error {
        private static final long serialVersionUID = 1L;

        private TakenError() {
            super("taken by the thread that ends the run", null, false, false);
        }
    }

    /** Waits until no other thread has it. */
    void enter() {
        lock.lock();
    }

    /** Waits for so long; false when another thread still has it, or has taken it for good. Keeps the interrupt for later. */
    boolean tryEnter(long milliseconds) {
        if (isTaken()) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        boolean entered;
        try {
            entered = lock.tryLock(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException broken) {
            interrupted = true;
            entered = lock.tryLock();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (entered && isTaken()) {
            lock.unlock();
            return false;
        }
        return entered;
    }

    /** Ends what {@link #enter} or {@link #tryEnter} has begun. */
    void leave() {
        lock.unlock();
    }

    /** Whether this thread has entered. */
    boolean isMine() {
        return lock.isHeldByCurrentThread();
    }

    /** Code of the application's is about to run, on this thread, which has entered. */
    void lend() {
        state.compareAndSet(HELD, LENT);
    }

    /**
     * That code has returned.
     *
     * @throws TakenError when it took too long
     */
    void regain() {
        if (!state.compareAndSet(LENT, HELD) && isTaken()) {
            throw new TakenError();
        }
    }

    /** Takes all from the thread that runs code of the application's; false when none does. */
    boolean take() {
        return state.compareAndSet(LENT, TAKEN);
    }

    /** Whether it was taken: then nobody else may touch anything. */
    boolean isTaken() {
        return state.get() == TAKEN;
    }
}
