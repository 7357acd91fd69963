package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What leaves the store: on request, and when its time is over.
 *
 * <p>For the writing thread alone.
 */
final class Deletions implements AutoCloseable {
    /** How many rows one transaction deletes at most, so that intake does not wait for long. */
    private static final int PORTION = 2_000;

    /**
     * A place that something is kept in which expires.
     *
     * @param table the table; empty for what is not sorted by days
     * @param experiment the experiment
     * @param day the day of the events
     */
    record Expiring(String table, String experiment, int day) {
        /** What is looked through as a whole: ids of batches and of installations. */
        static final Expiring OF_NO_DAY = new Expiring("", "", 0);
    }

    private final Connection connection;
    private final StoredDays stored;
    private final Rounds rounds;
    private final PreparedStatement forgetEvents;

    Deletions(Connection connection, Rounds rounds) throws SQLException {
        this.connection = connection;
        this.stored = new StoredDays(connection);
        this.rounds = rounds;
        forgetEvents = connection.prepareStatement(
                "DELETE FROM identified WHERE experiment = ? AND day = ? AND round = ? AND reporter = ? RETURNING events");
    }

    /** Remembers the hash of a tracking id of which nothing more is to be kept. */
    void refuseFromNowOn(UUID trackingId, int today) throws SQLException {
        try (PreparedStatement remember =
                connection.prepareStatement("INSERT OR REPLACE INTO forgotten (digest, day) VALUES (?, ?)")) {
            remember.setBytes(1, TrackingIds.digest(trackingId));
            remember.setInt(2, today);
            remember.executeUpdate();
        }
    }

    /** Deletes the events of a tracking id, and the id. Returns how many events there were. */
    long forget(UUID trackingId) throws SQLException {
        long reporter;
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM reporter WHERE tracking_id = ? RETURNING number")) {
            delete.setBytes(1, TrackingIds.bytes(trackingId));
            try (ResultSet row = delete.executeQuery()) {
                if (!row.next()) {
                    return 0;
                }
                reporter = row.getLong(1);
            }
        }
        long events = 0;
        for (String experiment : stored.experiments("identified")) {
            for (int day : stored.days("identified", experiment)) {
                for (int round = rounds.current(experiment, day); round > 0; round--) {
                    events += forgetEvents(experiment, day, round, reporter);
                }
            }
        }
        return events;
    }

    private long forgetEvents(String experiment, int day, int round, long reporter) throws SQLException {
        forgetEvents.setString(1, experiment);
        forgetEvents.setInt(2, day);
        forgetEvents.setInt(3, round);
        forgetEvents.setLong(4, reporter);
        long events = 0;
        try (ResultSet rows = forgetEvents.executeQuery()) {
            while (rows.next()) {
                events += rows.getLong(1);
            }
        }
        return events;
    }

    /** Every place that something is kept in which expires. */
    List<Expiring> expiring() throws SQLException {
        List<Expiring> places = new ArrayList<>(List.of(Expiring.OF_NO_DAY));
        for (String table : List.of("anonymous", "identified")) {
            for (String experiment : stored.experiments(table)) {
                for (int day : stored.days(table, experiment)) {
                    places.add(new Expiring(table, experiment, day));
                }
            }
        }
        return places;
    }

    /** Deletes at most one portion of what has expired in one place; false when there is no more. */
    boolean removeExpired(Expiring place, int today) throws SQLException {
        if (place.equals(Expiring.OF_NO_DAY)) {
            int lastBatchDay = today - Store.BATCH_ID_DAYS;
            return remove("DELETE FROM reporter WHERE last_day < " + today) > 0
                    || remove("DELETE FROM portion WHERE last_day < " + today) > 0
                    || remove("DELETE FROM forgotten WHERE day < " + lastBatchDay) > 0
                    // In the order of their arrival, so that only those to be deleted are looked at.
                    || remove("DELETE FROM batch WHERE number IN (SELECT number FROM batch ORDER BY number LIMIT "
                                    + PORTION + ") AND day < " + lastBatchDay)
                            > 0;
        }
        String key = place.table().equals("anonymous")
                ? "experiment, day, round, version, os, arch, payload, retention"
                : "experiment, day, round, reporter, version, os, arch, payload, retention";
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + place.table() + " WHERE (" + key
                + ") IN (SELECT " + key + " FROM " + place.table()
                + " WHERE experiment = ? AND day = ? AND retention < ? LIMIT " + PORTION + ")")) {
            delete.setString(1, place.experiment());
            delete.setInt(2, place.day());
            delete.setInt(3, today - place.day());
            return delete.executeUpdate() > 0;
        }
    }

    private int remove(String statement) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            return delete.executeUpdate(statement);
        }
    }

    @Override
    public void close() throws SQLException {
        forgetEvents.close();
    }
}
