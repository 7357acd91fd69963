package dev.vitrine.collector.store;

import dev.vitrine.collector.store.SourceCounts.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Adds what was in the journal to the tables.
 *
 * <p>For the writing thread alone.
 */
final class FoldedRows implements AutoCloseable {
    /** An installation's number in its table, which keeps it until a day. */
    private record Reporter(long number, int lastDay) {}

    private final Rounds rounds;
    private final PreparedStatement addAnonymous;
    private final PreparedStatement addIdentified;
    private final PreparedStatement addReporter;
    private final StoredBatches stored;
    /** Those of this portion that are not in their table yet, and the day on which they came. */
    private final List<UUID> batches = new ArrayList<>();

    private int batchesDay;
    /** Of this portion: nobody else has changed anything meanwhile. */
    private final Map<UUID, Reporter> reporters = new HashMap<>();

    FoldedRows(Connection connection, Rounds rounds, StoredBatches stored) throws SQLException {
        this.rounds = rounds;
        this.stored = stored;
        addAnonymous = connection.prepareStatement("""
                INSERT INTO anonymous (experiment, day, round, version, os, arch, payload, retention, events, batches)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET events = events + excluded.events, batches = batches + excluded.batches
                """);
        addIdentified = connection.prepareStatement("""
                INSERT INTO identified (experiment, day, round, version, os, arch, payload, retention, events, reporter)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET events = events + excluded.events
                """);
        addReporter = connection.prepareStatement("""
                INSERT INTO reporter (tracking_id, last_day) VALUES (?, ?)
                ON CONFLICT DO UPDATE SET last_day = max(last_day, excluded.last_day) RETURNING number
                """);
    }

    /** Adds equal events from a source. */
    void write(Source source, Row row) throws SQLException {
        UUID trackingId = source.trackingId();
        if (trackingId == null) {
            set(addAnonymous, source, row);
            addAnonymous.setLong(10, row.batches());
            addAnonymous.executeUpdate();
        } else {
            set(addIdentified, source, row);
            addIdentified.setLong(10, reporter(trackingId, row.key().epochDay() + source.retentionDays()));
            addIdentified.executeUpdate();
        }
    }

    private void set(PreparedStatement add, Source source, Row row) throws SQLException {
        EventKey key = row.key();
        add.setString(1, key.experiment());
        add.setInt(2, key.epochDay());
        add.setInt(3, rounds.current(key.experiment(), key.epochDay()));
        add.setString(4, source.release().version());
        add.setString(5, source.release().os());
        add.setString(6, source.release().arch());
        add.setString(7, key.payload());
        add.setInt(8, source.retentionDays());
        add.setLong(9, row.events());
    }

    private long reporter(UUID trackingId, int lastDay) throws SQLException {
        Reporter known = reporters.get(trackingId);
        if (known == null || known.lastDay() < lastDay) {
            addReporter.setBytes(1, TrackingIds.bytes(trackingId));
            addReporter.setInt(2, lastDay);
            try (ResultSet row = addReporter.executeQuery()) {
                known = new Reporter(row.getLong(1), lastDay);
            }
            reporters.put(trackingId, known);
        }
        return known.number();
    }

    /** Adds the id of a batch that came on a day, at the latest when the portion ends. */
    void write(UUID batch, int day) throws SQLException {
        if (day != batchesDay) {
            writeBatches();
            batchesDay = day;
        }
        batches.add(batch);
    }

    private void writeBatches() throws SQLException {
        if (!batches.isEmpty()) {
            stored.add(batches, batchesDay);
            batches.clear();
        }
    }

    /** Writes what is left. Nothing that was read is relied upon any more. */
    void endPortion() throws SQLException {
        writeBatches();
        reporters.clear();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : List.of(addAnonymous, addIdentified, addReporter)) {
            statement.close();
        }
    }
}
