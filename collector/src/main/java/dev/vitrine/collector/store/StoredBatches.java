package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The table of the batches that were counted. To run a statement costs more than to find or add an id, so many are handed over
 * in one go, as the bytes of one after the other; where in these each id begins is in a table of the connection's own.
 *
 * <p>For the writing thread alone.
 */
final class StoredBatches implements AutoCloseable {
    private static final int ID_BYTES = 16;
    private static final int TOGETHER = 1_000;
    private static final String PLACES = "FROM temp.place WHERE begin < length(?1)";
    private static final String ID = "substr(?1, begin, " + ID_BYTES + ")";

    private final PreparedStatement find;
    private final PreparedStatement add;
    private final JournalOutput bytes = new JournalOutput();
    private final List<UUID> expected = new ArrayList<>();
    private final Set<UUID> lookedUp = new HashSet<>();
    private final Set<UUID> found = new HashSet<>();

    StoredBatches(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE place (begin INTEGER PRIMARY KEY)");
            statement.execute(
                    "INSERT INTO temp.place WITH RECURSIVE each (begin) AS (VALUES (1) UNION ALL SELECT begin + "
                            + ID_BYTES + " FROM each LIMIT " + TOGETHER + ") SELECT begin FROM each");
        }
        find = connection.prepareStatement(
                "SELECT begin " + PLACES + " AND EXISTS (SELECT 1 FROM batch WHERE id = " + ID + ")");
        add = connection.prepareStatement("INSERT OR IGNORE INTO batch (id, day) SELECT " + ID + ", ?2 " + PLACES);
    }

    /** Says that an id will be asked for in this transaction. */
    void expect(UUID batch) {
        expected.add(batch);
    }

    /** Whether an id is in the table. */
    boolean has(UUID batch) throws SQLException {
        if (!lookedUp.contains(batch)) {
            expected.add(batch);
            lookUp();
        }
        return found.contains(batch);
    }

    private void lookUp() throws SQLException {
        for (int begin = 0; begin < expected.size(); begin += TOGETHER) {
            List<UUID> together = expected.subList(begin, Math.min(begin + TOGETHER, expected.size()));
            together.forEach(bytes::id);
            find.setBytes(1, bytes.take());
            try (ResultSet places = find.executeQuery()) {
                while (places.next()) {
                    found.add(together.get(places.getInt(1) / ID_BYTES));
                }
            }
        }
        lookedUp.addAll(expected);
        expected.clear();
    }

    /** Nothing that was looked up is relied upon any more. */
    void endTransaction() {
        expected.clear();
        lookedUp.clear();
        found.clear();
    }

    /** Adds those ids that are not there, of batches that came on a day. */
    void add(List<UUID> batches, int day) throws SQLException {
        for (int begin = 0; begin < batches.size(); begin += TOGETHER) {
            batches.subList(begin, Math.min(begin + TOGETHER, batches.size())).forEach(bytes::id);
            add.setBytes(1, bytes.take());
            add.setInt(2, day);
            add.executeUpdate();
        }
        // Who asks for one of these in the same transaction is not told what was so before.
        lookedUp.addAll(batches);
        found.addAll(batches);
    }

    @Override
    public void close() throws SQLException {
        find.close();
        add.close();
    }
}
