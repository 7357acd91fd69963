package dev.vitrine.collector.store;

import dev.vitrine.collector.store.BatchIds.Arrived;
import dev.vitrine.collector.store.Generation.SourceRows;
import dev.vitrine.collector.store.SourceCounts.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Moves generations from the journal into the tables, one after the other and each in portions. How far it has come is
 * stored with each portion: a generation has the same order whenever it is read, so that after a crash the next portion
 * begins where the last one that was stored has ended.
 *
 * <p>For the writing thread alone.
 */
final class Folding implements AutoCloseable {
    /** So many rows of the journal, each of some 10 KB under load, are deleted together. */
    private static final int DELETED_TOGETHER = 200;

    /** To write a row takes as long as so many ids. */
    private static final int ROW_EFFORT = 4;

    private static final SourceRows NONE =
            new SourceRows(new Source(null, new Release("", "", ""), 0), Collections.emptyIterator());

    private final FoldedRows folded;
    private final PreparedStatement storeProgress;
    private final PreparedStatement deleteFolded;
    private long number;
    private long rows;
    private boolean isDone;
    private boolean clearing;
    /** What this portion has taken so far, in ids. */
    private int effort;

    private @Nullable Generation generation;
    private Iterator<SourceRows> sources = Collections.emptyIterator();
    private SourceRows source = NONE;
    private Iterator<Arrived> batches = Collections.emptyIterator();

    Folding(Connection connection, Rounds rounds, StoredBatches stored) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT generation, rows, done FROM folding")) {
            number = row.getLong(1);
            rows = row.getLong(2);
            isDone = row.getBoolean(3);
            // What was to be deleted may be there still.
            clearing = isDone;
        }
        folded = new FoldedRows(connection, rounds, stored);
        storeProgress = connection.prepareStatement("UPDATE folding SET generation = ?, rows = ?, done = ?");
        // From the beginning of the table, where the oldest generation is: no others are looked at.
        deleteFolded = connection.prepareStatement(
                "DELETE FROM journal WHERE number IN (SELECT number FROM journal ORDER BY number LIMIT "
                        + DELETED_TOGETHER + ") AND generation <= ?");
    }

    /** The number of the first generation that is not wholly in the tables, if there is any. */
    long firstUnfolded() {
        return isDone ? number + 1 : number;
    }

    /**
     * Folds a portion of a generation, which must be the same until it is folded.
     *
     * @param most how many rows are enough, or several times as many ids
     * @return how many it was like
     */
    int fold(Generation next, int most) throws SQLException {
        if (next != generation) {
            begin(next);
        }
        effort = 0;
        isDone = false;
        while (effort < most * ROW_EFFORT && !isDone) {
            if (writeNext(true)) {
                rows++;
            } else {
                isDone = true;
            }
        }
        folded.endPortion();
        storeProgress.setLong(1, number);
        storeProgress.setLong(2, rows);
        storeProgress.setBoolean(3, isDone);
        storeProgress.executeUpdate();
        if (isDone) {
            generation = null;
            sources = Collections.emptyIterator();
            source = NONE;
            batches = Collections.emptyIterator();
            clearing = true;
        }
        return effort / ROW_EFFORT;
    }

    /** Whether the generation is wholly in the tables. */
    boolean isDone() {
        return isDone;
    }

    private void begin(Generation next) throws SQLException {
        generation = next;
        sources = next.rows();
        source = NONE;
        batches = next.batches().inOrder();
        if (next.number() != number) {
            number = next.number();
            rows = 0;
        }
        for (long skipped = 0; skipped < rows; skipped++) {
            writeNext(false);
        }
    }

    /** Takes the next row, and writes it unless that was done before; false when there is none. */
    private boolean writeNext(boolean isNew) throws SQLException {
        while (!source.rows().hasNext() && sources.hasNext()) {
            source = sources.next();
        }
        if (source.rows().hasNext()) {
            Row row = source.rows().next();
            effort += ROW_EFFORT;
            if (isNew) {
                folded.write(source.source(), row);
            }
            return true;
        } else if (batches.hasNext()) {
            Arrived arrived = batches.next();
            effort++;
            if (isNew) {
                folded.write(arrived.batch(), arrived.day());
            }
            return true;
        }
        return false;
    }

    /** Whether rows may be in the journal that are in the tables. */
    boolean isClearing() {
        return clearing;
    }

    /** Deletes a portion of what the tables have from the journal. */
    void clear() throws SQLException {
        deleteFolded.setLong(1, firstUnfolded() - 1);
        clearing = deleteFolded.executeUpdate() > 0;
    }

    @Override
    public void close() throws SQLException {
        folded.close();
        storeProgress.close();
        deleteFolded.close();
    }
}
