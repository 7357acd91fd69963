package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which experiments and days a table has events of, found by one step in the primary key for each. */
final class StoredDays {
    private final Connection connection;

    StoredDays(Connection connection) {
        this.connection = connection;
    }

    /** The experiments, in order. */
    List<String> experiments(String table) throws SQLException {
        List<String> experiments = new ArrayList<>();
        try (PreparedStatement next =
                connection.prepareStatement("SELECT min(experiment) FROM " + table + " WHERE experiment > ?")) {
            String last = "";
            while (last != null) {
                next.setString(1, last);
                try (ResultSet row = next.executeQuery()) {
                    last = row.next() ? row.getString(1) : null;
                }
                if (last != null) {
                    experiments.add(last);
                }
            }
        }
        return experiments;
    }

    /** The days of an experiment, in order, as days since 1970-01-01. */
    List<Integer> days(String table, String experiment) throws SQLException {
        List<Integer> days = new ArrayList<>();
        try (PreparedStatement next =
                connection.prepareStatement("SELECT min(day) FROM " + table + " WHERE experiment = ? AND day > ?")) {
            int last = Integer.MIN_VALUE;
            boolean found = true;
            while (found) {
                next.setString(1, experiment);
                next.setInt(2, last);
                try (ResultSet row = next.executeQuery()) {
                    last = row.getInt(1);
                    found = !row.wasNull();
                }
                if (found) {
                    days.add(last);
                }
            }
        }
        return days;
    }
}
