package dev.vitrine.collector.store;

import dev.vitrine.collector.store.Deletions.Expiring;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The changes that can be made in a transaction; the prepared statements live as long as the connection.
 *
 * <p>For the writing thread alone, except where it is said.
 */
final class WriteSession implements AutoCloseable {
    /** So many rows are written in some 10 ms; in their place a portion may have several times as many ids. */
    private static final int FOLDED_TOGETHER = 1_000;

    private static final int READER_MILLISECONDS = 200;

    private final Connection connection;
    private final PreparedStatement isForgotten;
    private final PreparedStatement refuse;
    private final PreparedStatement revise;
    private final Rounds rounds;
    private final Journal journal;
    private final Deletions deletions;
    /** Whether the transaction changes anything that a snapshot shows. */
    private boolean changed;

    WriteSession(Connection connection) throws SQLException {
        this.connection = connection;
        isForgotten = connection.prepareStatement("SELECT 1 FROM forgotten WHERE digest = ?");
        refuse = connection.prepareStatement("""
                INSERT INTO refusal (day, reason, events) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET events = events + excluded.events
                """);
        revise = connection.prepareStatement("UPDATE revision SET number = number + 1");
        rounds = new Rounds(connection);
        journal = new Journal(connection, rounds);
        deletions = new Deletions(connection, rounds);
        // The driver begins the next transaction with each commit; it holds nothing up before its first statement.
        connection.setAutoCommit(false);
    }

    void begin() {
        changed = false;
    }

    /** Says that a batch is to be added in this transaction, so that all of them can be looked up together. */
    void expect(Arrival arrival) {
        journal.expect(arrival.id());
    }

    /** Counts a batch; {@code today} is the day of its arrival, as all days here since 1970-01-01. */
    Stored add(Arrival arrival, int today) throws SQLException {
        if (!journal.remember(arrival.id(), today)) {
            return Stored.SEEN_BEFORE;
        }
        UUID trackingId = arrival.source().trackingId();
        if (trackingId != null && isForgotten(trackingId)) {
            return Stored.FORGOTTEN;
        }
        journal.add(arrival);
        return Stored.COUNTED;
    }

    /** Folds a portion of what came before a moment into its tables; false when there is no more. */
    boolean fold(long before) throws SQLException {
        changed |= journal.waitsSince(before);
        return journal.fold(before, FOLDED_TOGETHER);
    }

    /** Whether something waits to be folded. Any thread may ask. */
    boolean somethingWaits() {
        return journal.somethingWaits();
    }

    /** Whether something waits to be folded that came before a moment, or because it is too much. */
    boolean waitsSince(long before) {
        return journal.waitsSince(before);
    }

    /** Whether so much comes in that it makes fewer rows when it waits for longer. */
    boolean isWorthWaiting() {
        return journal.isWorthWaiting();
    }

    /** Whether so much waits to be folded that nothing more should be added before. */
    boolean isOverfull() {
        return journal.isOverfull();
    }

    private boolean isForgotten(UUID trackingId) throws SQLException {
        isForgotten.setBytes(1, TrackingIds.digest(trackingId));
        try (ResultSet row = isForgotten.executeQuery()) {
            return row.next();
        }
    }

    /** Refuses what comes from now on under a tracking id. */
    void refuseFromNowOn(UUID trackingId, int today) throws SQLException {
        deletions.refuseFromNowOn(trackingId, today);
        changed = true;
    }

    /** Deletes what the tables have under a tracking id. */
    long forget(UUID trackingId) throws SQLException {
        changed = true;
        return deletions.forget(trackingId);
    }

    /** Every place that something is kept in which expires. */
    List<Expiring> expiring() throws SQLException {
        return deletions.expiring();
    }

    /** Deletes a part of what has expired in a place; false when there is no more. */
    boolean removeExpired(Expiring place, int today) throws SQLException {
        boolean removed = deletions.removeExpired(place, today);
        changed |= removed;
        return removed;
    }

    /** Lets what comes from now on join the next round. */
    void end(Round round) throws SQLException {
        rounds.end(round);
    }

    /** Keeps what was released of a round that has ended. */
    void release(StoredPortion portion) throws SQLException {
        rounds.release(portion);
        changed = true;
    }

    /** Counts refused events. */
    void refused(Map<String, Long> reasons, int today) throws SQLException {
        for (Map.Entry<String, Long> reason : reasons.entrySet()) {
            refuse.setInt(1, today);
            refuse.setString(2, reason.getKey());
            refuse.setLong(3, reason.getValue());
            refuse.executeUpdate();
            changed = true;
        }
    }

    void commit() throws SQLException {
        journal.write();
        if (changed) {
            revise.executeUpdate();
        }
        connection.commit();
        journal.committed();
    }

    /**
     * Moves what is in the log into the database, and empties it; false when somebody reads, for whom it has to stay.
     * Waits for readers as long as writers can be kept waiting.
     */
    boolean emptyLog() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + READER_MILLISECONDS);
            boolean isBusy;
            try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                isBusy = row.getBoolean(1);
            }
            statement.execute("PRAGMA busy_timeout = " + SqliteFiles.BUSY_MILLISECONDS);
            return !isBusy;
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Closes the connection, too; a transaction that stands is rolled back. */
    @Override
    public void close() throws SQLException {
        // The connection is closed whatever becomes of its statements: it would keep the next one from writing.
        try (connection) {
            deletions.close();
            journal.close();
            isForgotten.close();
            refuse.close();
            revise.close();
        }
    }
}
