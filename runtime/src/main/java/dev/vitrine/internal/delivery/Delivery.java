package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.EventSink;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.delivery.EventQueue.Pending;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from the application's threads, and delivers them with one daemon thread of its own, which starts here.
 *
 * <p>{@link #offer} puts a reference into a queue, and does nothing else. {@link #close} stores what is queued and returns;
 * should it be forgotten, a shutdown hook does the same. Nothing throws, and nothing is printed.
 */
public final class Delivery implements EventSink {
    private static final int QUEUE_CAPACITY = 4096;
    /** For how long the end of a run may wait for the network: one run in an hour. */
    private static final long WAIT_MILLISECONDS = 1_000;
    /** For how long the end of a run waits for the delivery thread, should the application's own code hold it up. */
    private static final long LOCK_MILLISECONDS = 1_000;
    /** After an Error, which may be lack of memory. */
    private static final long FAULT_PAUSE_MILLISECONDS = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final EventQueue queue = new EventQueue(QUEUE_CAPACITY);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Ledger ledger;
    private final DeliveryParts parts;
    private final LongSupplier clock;
    private final @Nullable Thread thread;
    private final @Nullable Thread hook;

    private volatile @Nullable DeliveryLoop loop;
    private volatile boolean idle;
    private volatile boolean withdrawn;
    private volatile boolean tailStored;

    /** Starts the delivery of what an application records. */
    public Delivery(ApplicationType application, AnalyticsOptions options, Gate gate, Path stateDirectory) {
        this(DeliveryParts.of(application, options, gate, stateDirectory));
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
        if (closed.get()) {
            ledger.recorded(1);
            ledger.lost(LossReason.AFTER_CLOSE, 1);
        } else if (!queue.offer(new Pending<>(type, event))) {
            ledger.recorded(1);
            ledger.lost(LossReason.QUEUE_FULL, 1);
        } else if (idle || queue.isCrowded()) {
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
        withdrawn = true;
        if (tryLock(WAIT_MILLISECONDS)) {
            try {
                withdrawn = false;
                loop().withdraw();
            } finally {
                lock.unlock();
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
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            storeTail();
            end();
        } catch (RuntimeException | Error fault) {
            // The run must end as if Vitrine were not there.
            ledger.lost(LossReason.FAULT, 0);
        }
        LockSupport.unpark(thread);
        if (removeHook && hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                // Then the hook finds that everything is done.
                return;
            }
        }
    }

    private void storeTail() {
        boolean wait = false;
        if (tryLock(LOCK_MILLISECONDS)) {
            try {
                wait = loop().storeTail(clock.getAsLong());
                tailStored = true;
            } finally {
                lock.unlock();
            }
        }
        if (wait) {
            loop().hurry();
            LockSupport.unpark(thread);
            awaitDone();
        }
    }

    private void awaitDone() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLISECONDS);
        boolean done = false;
        while (!done && end - System.nanoTime() > 0) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(2));
            if (tryLock(1)) {
                try {
                    done = loop().isDone(clock.getAsLong());
                } finally {
                    lock.unlock();
                }
            }
        }
    }

    private void end() {
        DeliveryLoop current = loop;
        if (current == null) {
            return;
        }
        // The socket first: a thread that is blocked in a read would hold up the exit of the JVM for 310 milliseconds.
        current.end();
        if (tryLock(LOCK_MILLISECONDS)) {
            try {
                current.settle(clock.getAsLong());
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean tryLock(long milliseconds) {
        boolean interrupted = Thread.interrupted();
        try {
            return lock.tryLock(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException broken) {
            interrupted = true;
            return lock.tryLock();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The loop, made by whoever needs it first and holds the lock, which is seldom an application's thread. */
    private DeliveryLoop loop() {
        DeliveryLoop current = loop;
        if (current == null) {
            lock.lock();
            try {
                current = loop;
                if (current == null) {
                    current = parts.assemble(lock, queue);
                    loop = current;
                }
            } finally {
                lock.unlock();
            }
        }
        return current;
    }

    private void run() {
        boolean ended = false;
        while (!ended) {
            long pause;
            try {
                if (withdrawn) {
                    withdraw();
                }
                pause = loop().step(clock.getAsLong());
                ended = loop().isEnded();
            } catch (RuntimeException | Error fault) {
                pause = FAULT_PAUSE_MILLISECONDS;
                ended = closed.get();
            }
            if (!ended) {
                park(pause);
            }
        }
        leave();
    }

    private void park(long milliseconds) {
        // What the host interrupts are not our waits; left set, the flag would end each of them at once.
        Thread.interrupted();
        if (milliseconds == DeliveryLoop.IDLE) {
            idle = true;
            if (queue.size() == 0 && !closed.get()) {
                LockSupport.park(this);
            }
            idle = false;
        } else if (milliseconds > 0) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(milliseconds));
        }
    }

    /** The delivery thread's last work: what came too late, or what the closing thread could not store. */
    private void leave() {
        lock.lock();
        try {
            if (!tailStored) {
                loop().storeTail(clock.getAsLong());
            }
            while (queue.poll() != null) {
                ledger.recorded(1);
                ledger.lost(LossReason.AFTER_CLOSE, 1);
            }
            parts.leave();
        } catch (RuntimeException | Error fault) {
            ledger.lost(LossReason.FAULT, 0);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Thread startThread() {
        try {
            Thread started = new Thread(null, this::run, "vitrine-delivery", 0, false);
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
            Thread added = new Thread(null, () -> close(false), "vitrine-exit", 0, false);
            added.setContextClassLoader(null);
            Runtime.getRuntime().addShutdownHook(added);
            return added;
        } catch (RuntimeException | Error shuttingDown) {
            return null;
        }
    }
}
