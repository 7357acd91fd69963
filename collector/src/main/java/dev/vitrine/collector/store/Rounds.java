package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Which round new events join, and how one is released.
 *
 * <p>For the writing thread alone.
 */
final class Rounds {
    private static final String KEY = "experiment = ? AND day BETWEEN ? AND ? AND round = ?";

    private record Place(String experiment, int week) {}

    private final Connection connection;
    private final Map<Place, Integer> current = new HashMap<>();

    Rounds(Connection connection) {
        this.connection = connection;
    }

    /** The number of the round that new events of a day join. */
    int current(String experiment, int epochDay) throws SQLException {
        Place place = new Place(experiment, Round.weekOf(epochDay));
        Integer known = current.get(place);
        if (known == null) {
            known = read(place);
            current.put(place, known);
        }
        return known;
    }

    private int read(Place place) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT number FROM round WHERE experiment = ? AND week = ?")) {
            read.setString(1, place.experiment());
            read.setInt(2, place.week());
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? row.getInt(1) : 1;
            }
        }
    }

    /** Lets what comes from now on join the next round; does nothing when the round has ended before. */
    void end(Round round) throws SQLException {
        if (current(round.experiment(), round.firstDay()) != round.number()) {
            return;
        }
        try (PreparedStatement write = connection.prepareStatement(
                "INSERT OR REPLACE INTO round (experiment, week, number) VALUES (?, ?, ?)")) {
            write.setString(1, round.experiment());
            write.setInt(2, round.week());
            write.setInt(3, round.next().number());
            write.executeUpdate();
        }
        current.put(new Place(round.experiment(), round.week()), round.next().number());
    }

    /** Keeps a portion. When it is empty, what is in its round joins the next one. */
    void release(StoredPortion portion) throws SQLException {
        Round round = portion.round();
        int lastDay = Math.max(lastDay("anonymous", round), lastDay("identified", round));
        if (portion.groups().isEmpty()) {
            moveAnonymous(round);
            moveIdentified(round);
        }
        try (PreparedStatement write = connection.prepareStatement(
                "INSERT OR IGNORE INTO portion (experiment, week, round, released, threshold, last_day, figures)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            write.setString(1, round.experiment());
            write.setInt(2, round.week());
            write.setInt(3, round.number());
            write.setInt(4, portion.releasedDay());
            write.setInt(5, portion.threshold());
            write.setInt(6, lastDay);
            write.setString(7, portion.groups());
            write.executeUpdate();
        }
    }

    private int lastDay(String table, Round round) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT max(day + retention) FROM " + table + " WHERE " + KEY)) {
            key(read, round);
            try (ResultSet row = read.executeQuery()) {
                return row.getInt(1);
            }
        }
    }

    private void moveAnonymous(Round round) throws SQLException {
        move(round, "anonymous", """
                INSERT INTO anonymous (experiment, day, round, version, os, arch, payload, retention, events, batches)
                SELECT experiment, day, round + 1, version, os, arch, payload, retention, events, batches FROM anonymous
                WHERE experiment = ? AND day BETWEEN ? AND ? AND round = ?
                ON CONFLICT DO UPDATE SET events = events + excluded.events, batches = batches + excluded.batches
                """);
    }

    private void moveIdentified(Round round) throws SQLException {
        move(round, "identified", """
                INSERT INTO identified (experiment, day, round, version, os, arch, payload, retention, events, reporter)
                SELECT experiment, day, round + 1, version, os, arch, payload, retention, events, reporter FROM identified
                WHERE experiment = ? AND day BETWEEN ? AND ? AND round = ?
                ON CONFLICT DO UPDATE SET events = events + excluded.events
                """);
    }

    private void move(Round round, String table, String copy) throws SQLException {
        for (String statement : new String[] {copy, "DELETE FROM " + table + " WHERE " + KEY}) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                key(prepared, round);
                prepared.executeUpdate();
            }
        }
    }

    private static void key(PreparedStatement statement, Round round) throws SQLException {
        statement.setString(1, round.experiment());
        statement.setInt(2, round.firstDay());
        statement.setInt(3, round.lastDay());
        statement.setInt(4, round.number());
    }
}
