package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.EventSink;
import dev.vitrine.internal.consent.Gate;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from the application's threads, and delivers them with one daemon thread of its own, which starts here.
 *
 * <p>{@link #offer} puts a reference into a queue, and does nothing else. {@link #close} stores what is queued and returns;
 * should it be forgotten, a shutdown hook does the same. Where the code of a record closes it, the rest is done when that code
 * has returned, or, should the JVM end before, a second later. Nothing throws, and nothing is printed.
 */
public final class Delivery implements EventSink, Runnable {
    private static final int QUEUE_CAPACITY = 4096;
    /** Longer than closing takes: two waits for the application's code, one for the network, half a one for the gate. */
    private static final long CLOSE_MILLISECONDS = 4_000;
    /** A caller whose thread was stopped in the middle comes back later, and sees by itself that it is too late. */
    private static final int MOST_TURNS = 100_000;
    /** For how long the first event of a burst is left in the queue. */
    private static final long SETTLE_NANOSECONDS = 2_000_000;
    /** After an Error, which may be lack of memory. */
    private static final long FAULT_PAUSE_MILLISECONDS = 1_000;

    private final Custody custody = new Custody();
    private final EventQueue queue = new EventQueue(QUEUE_CAPACITY);
    /** 1 once it is closed; an AtomicBoolean would have more classes loaded at its first use. */
    private final AtomicInteger closed = new AtomicInteger();

    private final Ledger ledger;
    private final DeliveryParts parts;
    private final LongSupplier clock;
    private final @Nullable Thread thread;
    private final @Nullable Thread hook;

    private volatile @Nullable DeliveryLoop loop;
    private volatile @Nullable Closing closing;
    private volatile boolean idle;
    private volatile boolean left;
    /** Whether the code of a record has closed us, in the middle of an event. */
    private volatile boolean closedFromInside;
    /** Whether closing has done what it could, also where that was nothing. */
    private volatile boolean shut;

    /** Starts the delivery of what an application records. */
    Delivery(
            ApplicationType application,
            AnalyticsOptions options,
            Gate gate,
            Recorders recorders,
            Path stateDirectory) {
        this(DeliveryParts.of(application, options, gate, recorders, stateDirectory));
    }

    /** For tests: with parts of their own. */
    Delivery(DeliveryParts parts) {
        this.parts = parts;
        this.clock = parts.clock();
        this.ledger = parts.ledger();
        this.hook = addHook();
        this.thread = startThread();
    }

    @Override
    public <T extends Record> void offer(ExperimentType<T> type, T event) {
        if (isClosed()) {
            ledger.recorded(1);
            ledger.lost(LossReason.AFTER_CLOSE, 1);
            return;
        }
        int room = queue.offer(type, event);
        if (room == EventQueue.NONE) {
            ledger.recorded(1);
            ledger.lost(LossReason.QUEUE_FULL, 1);
        } else if (left) {
            // It was closed in between, and nobody is there any more to take it.
            countWhatCameTooLate();
        } else if (idle || room == EventQueue.SCARCE) {
            // To wake a thread takes microseconds; who does it spares the other callers of the same moment.
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void refused() {
        ledger.recorded(1);
        ledger.lost(LossReason.INVALID, 1);
    }

    @Override
    public void withdraw() {
        if (left) {
            parts.withdraw();
            return;
        }
        DeliveryLoop current = loop();
        current.requireWithdrawal();
        if (custody.tryEnter(Closing.WAIT_MILLISECONDS)) {
            try {
                current.withdrawIfRequired();
            } finally {
                custody.leave();
            }
        }
    }

    /** The count of what became of the events of this run. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        close(true);
    }

    private void close(boolean removeHook) {
        if (!closed.compareAndSet(0, 1)) {
            return;
        }
        try {
            Closing current = new Closing(custody, loop(), clock, thread);
            closing = current;
            if (!current.close()) {
                // The hook stays, and waits for the delivery thread.
                closedFromInside = true;
                return;
            }
        } catch (RuntimeException | Error fault) {
            // The run must end as if Vitrine were not there.
            ledger.lost(LossReason.FAULT, 0);
        }
        leaveIfTaken();
        shut = true;
        LockSupport.unpark(thread);
        if (removeHook) {
            removeHook();
        }
    }

    private void removeHook() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (RuntimeException shuttingDown) {
                // Then the hook finds that everything is done, or waits until it is.
                return;
            }
        }
    }

    /** The JVM ends when the hook has: one that ends while another thread is closing must not break that off. */
    private void awaitShut() {
        long begin = System.nanoTime();
        long waited = 0;
        while (!shut && waited < CLOSE_MILLISECONDS) {
            LockSupport.parkNanos(this, SETTLE_NANOSECONDS);
            waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            Closing current = closing;
            if (closedFromInside && waited > Closing.OWN_CODE_MILLISECONDS && current != null && takeOver(current)) {
                leaveIfTaken();
                shut = true;
            }
        }
    }

    /** As {@link Closing#takeOver}; an Error would be printed, for nobody else is there to catch it. */
    private static boolean takeOver(Closing closing) {
        try {
            return closing.takeOver();
        } catch (RuntimeException | Error fault) {
            return true;
        }
    }

    /** The delivery thread's last work, where that is held up. */
    private void leaveIfTaken() {
        if (!custody.isTaken()) {
            return;
        }
        try {
            left = true;
            countWhatCameTooLate();
            parts.leave();
        } catch (RuntimeException | Error fault) {
            ledger.lost(LossReason.FAULT, 0);
        }
    }

    private boolean isClosed() {
        return closed.get() != 0;
    }

    /** The loop, made by whoever needs it first, which is seldom an application's thread. */
    private DeliveryLoop loop() {
        DeliveryLoop current = loop;
        if (current == null) {
            // Not in custody, which the application's own code may hold up as soon as there is a loop.
            synchronized (parts) {
                current = loop;
                if (current == null) {
                    current = parts.assemble(custody, queue);
                    loop = current;
                }
            }
        }
        return current;
    }

    /**
     * For the two threads that are made here, the daemon that delivers and the hook that closes. No lambdas: the first one
     * of a run costs it ten milliseconds, and one that ends at once feels that.
     */
    @Override
    public void run() {
        if (Thread.currentThread().isDaemon()) {
            work();
        } else {
            close(false);
            awaitShut();
        }
    }

    private void work() {
        boolean ended = false;
        while (!ended) {
            long pause;
            try {
                pause = loop().step(clock.getAsLong());
                ended = loop().isEnded() || shut;
            } catch (RuntimeException | Error fault) {
                pause = FAULT_PAUSE_MILLISECONDS;
                ended = isClosed();
            }
            if (!ended) {
                park(pause);
            }
        }
        leave();
        if (closedFromInside) {
            shut = true;
            removeHook();
        }
    }

    private void park(long milliseconds) {
        // What the host interrupts are not our waits; left set, the flag would end each of them at once.
        Thread.interrupted();
        if (milliseconds == DeliveryLoop.IDLE && isClosed()) {
            // Until whoever closes has done so, and wakes us.
            LockSupport.parkNanos(this, SETTLE_NANOSECONDS);
        } else if (milliseconds == DeliveryLoop.IDLE) {
            idle = true;
            if (queue.size() == 0 && !isClosed()) {
                LockSupport.park(this);
                // Where there is one event, others follow at once: taking them at the same time would slow their
                // callers.
                idle = false;
                LockSupport.parkNanos(this, SETTLE_NANOSECONDS);
            }
            idle = false;
        } else if (milliseconds > 0) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(milliseconds));
        }
    }

    /** The delivery thread's last work: what came too late, or what the closing thread could not store. */
    private void leave() {
        custody.enter();
        try {
            if (custody.isTaken()) {
                return;
            }
            Closing current = closing;
            if (current == null || !current.isStored()) {
                loop().storeTail(clock.getAsLong());
            }
            left = true;
            countWhatCameTooLate();
            parts.leave();
        } catch (RuntimeException | Error fault) {
            ledger.lost(LossReason.FAULT, 0);
        } finally {
            custody.leave();
        }
    }

    private void countWhatCameTooLate() {
        // One at a time; not in custody, which the application's own code may hold up.
        synchronized (queue) {
            // One that has its place already, and is not in it yet, is waited for: its caller may have looked too early
            // to see that nobody takes it any more.
            for (int turn = 0; queue.size() > 0 && turn < MOST_TURNS; turn++) {
                if (queue.poll() == null) {
                    Thread.onSpinWait();
                } else {
                    turn = 0;
                    ledger.recorded(1);
                    ledger.lost(LossReason.AFTER_CLOSE, 1);
                }
            }
        }
    }

    private @Nullable Thread startThread() {
        try {
            Thread started = new Thread(null, this, "vitrine-delivery", 0, false);
            started.setDaemon(true);
            // So that no class loader of the host's is kept alive by this thread.
            started.setContextClassLoader(null);
            started.start();
            return started;
        } catch (RuntimeException | Error noThread) {
            // What is queued is stored by close or by the hook.
            return null;
        }
    }

    private @Nullable Thread addHook() {
        try {
            Thread added = new Thread(null, this, "vitrine-exit", 0, false);
            added.setDaemon(false);
            added.setContextClassLoader(null);
            Runtime.getRuntime().addShutdownHook(added);
            return added;
        } catch (RuntimeException | Error shuttingDown) {
            return null;
        }
    }
}
