package dev.vitrine.collector.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What has come in while a transaction was on its way to the disk goes into the next one
 * together, so that the wait for the disk is shared.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    /** More than this waiting is seconds of work: who comes then is asked to come again. */
    private static final int WAITING = 1_024;
    /** How many changes one transaction takes: enough to share the disk's time, few enough to be done in some 20 ms. */
    private static final int TOGETHER = 256;

    private static final long IDLE_MILLISECONDS = 500;

    /** What the thread does beside the changes, in a transaction of its own. */
    interface Upkeep {
        /** Called after each transaction, and at least twice in a second. */
        void run(WriteSession session, Occasion occasion) throws SQLException, StoreFullException, IOException;

        /** Throws when there is no room for a transaction. */
        void requireRoom() throws StoreFullException, IOException;
    }

    /** When there is time for upkeep. */
    enum Occasion {
        /** After a transaction: others may wait already. */
        BUSY,
        /** Nothing has come for half a second. */
        IDLE,
        /** Nothing will come any more. */
        LAST
    }

    /** Where a session comes from. */
    @FunctionalInterface
    interface Sessions {
        /** One with a connection of its own, that knows no more than what is on the disk. */
        WriteSession open() throws SQLException, IOException;
    }

    private final Sessions sessions;
    private final Upkeep upkeep;
    private volatile @Nullable WriteSession session;
    private final BlockingQueue<Change<?>> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean failing;

    GroupCommit(Sessions sessions, Upkeep upkeep) throws SQLException, IOException {
        this.sessions = sessions;
        this.upkeep = upkeep;
        this.session = sessions.open();
        this.thread = new Thread(this::run, "vitrine-store");
    }

    void start() {
        thread.start();
    }

    /** Has a change made in its turn. */
    <T> CompletableFuture<T> submit(Change.Work<T> work) {
        Change<T> change = new Change<>(work);
        if (closing) {
            change.failed(new StoreBusyException("The store is being closed."));
        } else if (!waiting.offer(change)) {
            change.failed(new StoreBusyException(WAITING + " changes wait already."));
        } else if (closing && waiting.remove(change)) {
            // It came while the thread took its last look.
            change.failed(new StoreBusyException("The store is being closed."));
        }
        return change.outcome();
    }

    /** Whether no change waits for its turn. */
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Whether something waits to be folded. Any thread may ask. */
    boolean somethingWaits() {
        WriteSession current = session;
        return current == null || current.somethingWaits();
    }

    /** Whether the thread runs, and its last transaction was stored. */
    boolean isWell() {
        return thread.isAlive() && !failing;
    }

    private void run() {
        try {
            List<Change<?>> together = new ArrayList<>(TOGETHER);
            while (!closing || !waiting.isEmpty()) {
                Change<?> first = waiting.poll(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    together.add(first);
                    waiting.drainTo(together, TOGETHER - 1);
                    commit(together);
                    together.clear();
                }
                maintain(first == null ? Occasion.IDLE : Occasion.BUSY);
            }
            maintain(Occasion.LAST);
        } catch (InterruptedException stopped) {
            LOG.warn("the writing thread was interrupted");
        } finally {
            closing = true;
            endSession();
            waiting.forEach(change -> change.failed(new StoreBusyException("The store is closed.")));
        }
    }

    private void maintain(Occasion occasion) {
        try {
            upkeep.run(session(), occasion);
        } catch (SQLException | StoreFullException | IOException failed) {
            LOG.warn("upkeep of the store failed: {}", failed.getMessage());
            endSession();
        }
    }

    private void commit(List<Change<?>> together) {
        try {
            upkeep.requireRoom();
            WriteSession current = session();
            current.begin();
            for (Change<?> change : together) {
                change.prepare(current);
            }
            for (Change<?> change : together) {
                change.apply(current);
            }
            current.commit();
            failing = false;
            together.forEach(Change::committed);
        } catch (SQLException | StoreFullException | IOException | RuntimeException failed) {
            Exception reason = failed instanceof SQLException problem ? SqliteProblem.of(problem) : failed;
            LOG.warn("{} changes were not stored: {}", together.size(), words(reason));
            failing = true;
            endSession();
            together.forEach(change -> change.failed(reason));
        }
    }

    /** What is told of a failure: of a fault of ours only where it is, for its own words could quote an event. */
    private static String words(Exception reason) {
        if (reason instanceof RuntimeException fault) {
            return fault.getClass().getName() + " at " + Arrays.toString(fault.getStackTrace());
        }
        return String.valueOf(reason.getMessage());
    }

    private WriteSession session() throws SQLException, IOException {
        WriteSession current = session;
        if (current == null) {
            current = sessions.open();
            session = current;
        }
        return current;
    }

    /**
     * After a failure nothing is known for certain: SQLite may have rolled the transaction back by itself, or may have stored
     * it and failed only to tidy its log up, and the driver has given up the statement that failed. So what comes next has
     * another session, and goes by what is on the disk.
     */
    private void endSession() {
        WriteSession current = session;
        session = null;
        if (current != null) {
            try {
                current.close();
            } catch (SQLException failed) {
                LOG.warn("a connection to the store was not closed well: {}", failed.getMessage());
            }
        }
    }

    /** Takes no more, does what waits, and ends. */
    @Override
    public void close() {
        closing = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
