package dev.vitrine.collector.store;

import dev.vitrine.collector.store.Deletions.Expiring;
import dev.vitrine.collector.store.GroupCommit.Occasion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded store: one SQLite database in a folder of its own. */
public final class SqliteStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);
    private static final long UPKEEP_NANOSECONDS = 1_000_000_000;
    /** So long does what comes in wait in the journal. */
    private static final long JOURNAL_NANOSECONDS = 5_000_000_000L;
    /** The same where so much comes that it is worth while. */
    private static final long BUSY_JOURNAL_NANOSECONDS = 20_000_000_000L;

    private final SqliteFiles files;
    private final GroupCommit writer;
    private final InstantSource clock;
    private final long reservedBytes;
    private final ConcurrentMap<String, Long> refusals = new ConcurrentHashMap<>();
    private volatile boolean overwrite;

    private SqliteStore(SqliteFiles files, long reservedBytes, InstantSource clock) throws SQLException, IOException {
        this.files = files;
        this.reservedBytes = reservedBytes;
        this.clock = clock;
        this.writer = new GroupCommit(() -> new WriteSession(files.writer()), new Chores());
    }

    /**
     * Opens the store in a folder, which is made if it is not there.
     *
     * @param reservedBytes how much of the disk must stay free: with less, nothing more is taken
     * @param clock says which day it is
     * @throws IOException when the folder cannot be used, or another process uses it
     */
    public static SqliteStore open(Path folder, long reservedBytes, InstantSource clock) throws IOException {
        SqliteFiles files = SqliteFiles.open(folder);
        try {
            SqliteStore store = new SqliteStore(files, reservedBytes, clock);
            store.writer.start();
            return store;
        } catch (SQLException failed) {
            files.close();
            throw new IOException(
                    "The store in " + folder + " cannot be opened: "
                            + SqliteProblem.of(failed).getMessage(),
                    failed);
        } catch (IOException failed) {
            files.close();
            throw failed;
        }
    }

    @Override
    public CompletableFuture<Stored> add(NewBatch batch) {
        Arrival arrival;
        try {
            arrival = Arrival.of(batch);
        } catch (RuntimeException noBatch) {
            return CompletableFuture.failedFuture(noBatch);
        }
        return writer.submit(new Adding(arrival));
    }

    /** A batch is added. */
    private final class Adding implements Change.Work<Stored> {
        private final Arrival arrival;

        Adding(Arrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public void prepare(WriteSession changes) {
            changes.expect(arrival);
        }

        @Override
        public Stored apply(WriteSession changes) throws SQLException {
            return changes.add(arrival, today());
        }
    }

    @Override
    public CompletableFuture<Long> forget(UUID trackingId) {
        // When nothing more of it can come, what waits is put where it can be found.
        return writer.submit(changes -> {
                    changes.refuseFromNowOn(trackingId, today());
                    return true;
                })
                .thenCompose(refused -> fold())
                .thenCompose(folded -> writer.submit(changes -> {
                    long events = changes.forget(trackingId);
                    // Nothing to overwrite for whoever makes ids up.
                    if (events > 0) {
                        overwrite = true;
                    }
                    return events;
                }));
    }

    @Override
    public CompletableFuture<Void> removeExpired() {
        return fold().thenCompose(done -> writer.submit(WriteSession::expiring))
                .thenCompose(places -> removeExpired(places.iterator()));
    }

    /** One portion in one transaction, then the next: what comes in meanwhile has its turn in between. */
    private CompletableFuture<Void> removeExpired(Iterator<Expiring> places) {
        if (!places.hasNext()) {
            overwrite = true;
            return CompletableFuture.completedFuture(null);
        }
        return removeExpired(places.next()).thenComposeAsync(done -> removeExpired(places));
    }

    private CompletableFuture<Boolean> removeExpired(Expiring place) {
        return writer.submit(changes -> changes.removeExpired(place, today()))
                .thenComposeAsync(removed -> removed ? removeExpired(place) : CompletableFuture.completedFuture(false));
    }

    @Override
    public CompletableFuture<Void> end(Round round) {
        // What has come so far came before.
        return fold().thenCompose(folded -> writer.submit(changes -> {
                    changes.end(round);
                    return true;
                }))
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Void> release(StoredPortion portion) {
        return writer.submit(changes -> {
                    changes.release(portion);
                    return true;
                })
                .thenAccept(done -> {});
    }

    @Override
    public void refused(Map<String, Integer> reasons) {
        reasons.forEach((reason, events) -> refusals.merge(reason, (long) events, Long::sum));
    }

    /** Folds what waits now, one portion in one transaction, then the next. */
    private CompletableFuture<Void> fold() {
        return fold(System.nanoTime());
    }

    private CompletableFuture<Void> fold(long before) {
        if (!writer.somethingWaits()) {
            return CompletableFuture.completedFuture(null);
        }
        return writer.submit(changes -> changes.fold(before))
                .thenComposeAsync(more -> more ? fold(before) : CompletableFuture.completedFuture(null));
    }

    @Override
    public Snapshot snapshot() {
        try {
            fold().join();
        } catch (CompletionException failed) {
            // Without room, or when too much waits: then it is shown later.
            LOG.debug("not all is folded", failed);
        }
        return settled();
    }

    @Override
    public Snapshot settled() {
        try {
            return new SqliteSnapshot(files.reader());
        } catch (SQLException failed) {
            throw new UncheckedIOException(new IOException(
                    "The store cannot be read: " + SqliteProblem.of(failed).getMessage(), failed));
        }
    }

    @Override
    public boolean isWell() {
        try {
            return writer.isWell() && files.usableBytes() >= reservedBytes;
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    public void backup(Path file) throws IOException {
        backup(files.folder(), file);
    }

    /** As {@link #backup(Path)}, of a store that another process may be writing to. */
    public static void backup(Path folder, Path file) throws IOException {
        if (!SqliteFiles.exists(folder)) {
            throw new IOException("There is no store in " + folder + '.');
        }
        if (Files.exists(file)) {
            throw new IOException(file + " exists already; name a file that does not.");
        }
        try (Connection reader = SqliteFiles.connect(folder);
                PreparedStatement copy = reader.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, file.toAbsolutePath().toString());
            copy.execute();
        } catch (SQLException failed) {
            throw new IOException(
                    "The copy could not be written: " + SqliteProblem.of(failed).getMessage(), failed);
        }
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    private int today() {
        return Math.toIntExact(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
    }

    @Override
    public void close() {
        try (files) {
            writer.close();
        } catch (IOException failed) {
            LOG.warn("the store was not closed well: {}", failed.getMessage());
        }
    }

    /** What the writing thread does beside the changes. */
    private final class Chores implements GroupCommit.Upkeep {
        private long last = System.nanoTime();
        private long lastOverwriting = last - UPKEEP_NANOSECONDS;

        @Override
        public void run(WriteSession changes, Occasion occasion) throws SQLException, StoreFullException, IOException {
            long now = System.nanoTime();
            if (overwrite && (occasion == Occasion.LAST || now - lastOverwriting >= UPKEEP_NANOSECONDS)) {
                overwrite = false;
                overwriteLog(changes);
                lastOverwriting = now;
            }
            if (occasion == Occasion.LAST || now - last >= UPKEEP_NANOSECONDS) {
                last = now;
                storeRefusals(changes);
            }
            long before;
            do {
                // What comes after what was folded has a time of its own.
                long wait = changes.isWorthWaiting() ? BUSY_JOURNAL_NANOSECONDS : JOURNAL_NANOSECONDS;
                before = occasion == Occasion.BUSY ? now - wait : now;
                fold(changes, before);
            } while (changes.waitsSince(before)
                    && (occasion == Occasion.LAST || changes.isOverfull() || writer.isIdle()));
        }

        /** What was deleted is overwritten in the database, and is gone from the log when that is emptied. */
        private void overwriteLog(WriteSession changes) throws SQLException {
            try {
                if (!changes.emptyLog()) {
                    overwrite = true;
                }
            } catch (SQLException failed) {
                overwrite = true;
                throw failed;
            }
        }

        private void fold(WriteSession changes, long before) throws SQLException, StoreFullException, IOException {
            if (changes.waitsSince(before)) {
                transact(changes, () -> changes.fold(before));
            }
        }

        private void storeRefusals(WriteSession changes) throws SQLException, StoreFullException, IOException {
            if (refusals.isEmpty()) {
                return;
            }
            Map<String, Long> sums = new TreeMap<>(refusals);
            transact(changes, () -> changes.refused(sums, today()));
            sums.forEach((reason, stored) -> refusals.computeIfPresent(
                    reason, (any, counted) -> counted.equals(stored) ? null : Long.valueOf(counted - stored)));
        }

        private void transact(WriteSession changes, Work work) throws SQLException, StoreFullException, IOException {
            requireRoom();
            changes.begin();
            work.run();
            changes.commit();
        }

        @Override
        public void requireRoom() throws StoreFullException, IOException {
            long usable = files.usableBytes();
            if (usable < reservedBytes) {
                throw new StoreFullException(
                        "The disk has " + usable + " bytes left, and " + reservedBytes + " are to stay free.");
            }
        }
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
