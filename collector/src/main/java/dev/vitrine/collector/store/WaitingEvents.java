package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the events that wait for their release, and looks at no others. */
final class WaitingEvents {
    private record Place(String experiment, int week) {}

    private final Connection connection;
    private final StoredDays stored;

    WaitingEvents(Connection connection) {
        this.connection = connection;
        this.stored = new StoredDays(connection);
    }

    List<WaitingRound> rounds() throws SQLException {
        List<WaitingRound> waiting = new ArrayList<>();
        for (Place place : places()) {
            Round current = current(place);
            if (current.number() > 1) {
                Round before = new Round(place.experiment(), place.week(), current.number() - 1);
                if (!isReleased(before)) {
                    waiting.add(new WaitingRound(before, true, reporters(before)));
                }
            }
            long reporters = reporters(current);
            if (reporters > 0) {
                waiting.add(new WaitingRound(current, false, reporters));
            }
        }
        return List.copyOf(waiting);
    }

    private List<Place> places() throws SQLException {
        List<Place> places = new ArrayList<>();
        for (String table : List.of("anonymous", "identified")) {
            for (String experiment : stored.experiments(table)) {
                stored.days(table, experiment).forEach(day -> places.add(new Place(experiment, Round.weekOf(day))));
            }
        }
        return places.stream()
                .distinct()
                .sorted(Comparator.comparing(Place::experiment).thenComparing(Place::week))
                .toList();
    }

    private Round current(Place place) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT number FROM round WHERE experiment = ? AND week = ?")) {
            read.setString(1, place.experiment());
            read.setInt(2, place.week());
            try (ResultSet row = read.executeQuery()) {
                return new Round(place.experiment(), place.week(), row.next() ? row.getInt(1) : 1);
            }
        }
    }

    private boolean isReleased(Round round) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("SELECT 1 FROM portion WHERE experiment = ? AND week = ? AND round = ?")) {
            read.setString(1, round.experiment());
            read.setInt(2, round.week());
            read.setInt(3, round.number());
            try (ResultSet row = read.executeQuery()) {
                return row.next();
            }
        }
    }

    private long reporters(Round round) throws SQLException {
        return number("SELECT coalesce(sum(batches), 0) FROM anonymous WHERE " + key(round), round)
                + number("SELECT count(DISTINCT reporter) FROM identified WHERE " + key(round), round);
    }

    private long number(String query, Round round) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(query)) {
            set(read, round);
            try (ResultSet row = read.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    void read(Round round, Consumer<StoredEvents> each) throws SQLException {
        String columns = "SELECT day, version, os, arch, payload, events, ";
        read(columns + "0, batches FROM anonymous WHERE " + key(round), round, each);
        read(columns + "reporter, 0 FROM identified WHERE " + key(round), round, each);
    }

    private void read(String query, Round round, Consumer<StoredEvents> each) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(query)) {
            set(read, round);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    each.accept(SqliteSnapshot.events(rows));
                }
            }
        }
    }

    /** Names each day of the week, so that the round is found by the primary key. */
    private static String key(Round round) {
        return "experiment = ? AND day IN ("
                + IntStream.rangeClosed(round.firstDay(), round.lastDay())
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", "))
                + ") AND round = ?";
    }

    private static void set(PreparedStatement statement, Round round) throws SQLException {
        statement.setString(1, round.experiment());
        statement.setInt(2, round.number());
    }

    List<StoredPortion> portions() throws SQLException {
        List<StoredPortion> portions = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(
                        "SELECT experiment, week, round, released, threshold, figures FROM portion ORDER BY experiment, week, round");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                portions.add(new StoredPortion(
                        new Round(rows.getString(1), rows.getInt(2), rows.getInt(3)),
                        rows.getInt(4),
                        rows.getInt(5),
                        rows.getString(6)));
            }
        }
        return List.copyOf(portions);
    }
}
