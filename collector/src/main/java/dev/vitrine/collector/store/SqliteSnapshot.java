package dev.vitrine.collector.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A read transaction: in SQLite's write-ahead mode it sees the moment of its first statement until it ends. */
final class SqliteSnapshot implements Snapshot {
    private static final String READ = """
            SELECT day, version, os, arch, payload, events, 0 AS reporter, batches FROM anonymous
            WHERE experiment = ?1 AND day BETWEEN ?2 AND ?3
            UNION ALL
            SELECT day, version, os, arch, payload, events, reporter, 0 FROM identified
            WHERE experiment = ?1 AND day BETWEEN ?2 AND ?3
            ORDER BY day
            """;

    private final Connection connection;
    private final long revision;

    SqliteSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM revision")) {
            revision = row.getLong(1);
        }
    }

    @Override
    public void read(String experiment, int firstDay, int lastDay, Consumer<StoredEvents> each) {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, experiment);
            read.setInt(2, firstDay);
            read.setInt(3, lastDay);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    each.accept(events(rows));
                }
            }
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    /** The events of a row with these columns: day, version, os, arch, payload, events, reporter, batches. */
    static StoredEvents events(ResultSet row) throws SQLException {
        return new StoredEvents(
                row.getInt(1),
                new Release(row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    @Override
    public List<WaitingRound> waiting() {
        try {
            return new WaitingEvents(connection).rounds();
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public void read(Round round, Consumer<StoredEvents> each) {
        try {
            new WaitingEvents(connection).read(round, each);
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public List<StoredPortion> portions() {
        try {
            return new WaitingEvents(connection).portions();
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public SortedMap<Integer, Map<String, Long>> refusals() {
        SortedMap<Integer, Map<String, Long>> refusals = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT day, reason, events FROM refusal")) {
            while (rows.next()) {
                refusals.computeIfAbsent(rows.getInt(1), day -> new TreeMap<>())
                        .put(rows.getString(2), rows.getLong(3));
            }
            return refusals;
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    @Override
    public long version() {
        return revision;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw unreadable(failed);
        }
    }

    private static UncheckedIOException unreadable(SQLException failed) {
        return new UncheckedIOException(new IOException(
                "The store cannot be read: " + SqliteProblem.of(failed).getMessage(), failed));
    }
}
