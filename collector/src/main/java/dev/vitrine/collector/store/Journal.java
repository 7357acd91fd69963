package dev.vitrine.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Where what comes in waits until it is folded into its tables. Those have a place for each payload and each id, all over the
 * disk: to write there for each transaction would be most of the collector's work. So a transaction appends what it has
 * added to the journal, which is what the answers wait for, and what came in some seconds, a generation, is folded into the
 * tables together, in their order and in portions. What is in the journal is in memory too, and is read from it after a
 * crash.
 *
 * <p>For the writing thread alone, except where it is said.
 */
final class Journal implements AutoCloseable {
    /** So often is a part of the journal deleted in place of a portion of rows. */
    private static final int CLEARED_IN_PORTION = 4;

    private final PreparedStatement append;
    private final StoredBatches stored;
    private final Folding folding;
    /** Those to which nothing is added any more; the first is folded first. */
    private final Deque<Generation> closed = new ArrayDeque<>();

    private Generation open;
    private final JournalOutput out = new JournalOutput();
    /** The batches that this transaction has remembered, and the day on which they came. */
    private final List<UUID> arrived = new ArrayList<>();

    private int arrivedDay;
    private volatile boolean somethingWaits;

    Journal(Connection connection, Rounds rounds) throws SQLException {
        append =
                connection.prepareStatement("INSERT INTO journal (generation, day, batches, sums) VALUES (?, ?, ?, ?)");
        stored = new StoredBatches(connection);
        folding = new Folding(connection, rounds, stored);
        closed.addAll(read(connection, folding.firstUnfolded()));
        open = new Generation(
                closed.isEmpty() ? folding.firstUnfolded() : closed.getLast().number() + 1);
        tellWhetherSomethingWaits();
    }

    /** What the journal holds that is not wholly in the tables, in the order in which it came. */
    private static Collection<Generation> read(Connection connection, long first) throws SQLException {
        SortedMap<Long, Generation> generations = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT generation, day, batches, sums FROM journal WHERE generation >= "
                                + first + " ORDER BY number")) {
            while (rows.next()) {
                Generation generation = generations.computeIfAbsent(rows.getLong(1), Generation::new);
                JournalInput batches = new JournalInput(rows.getBytes(3));
                while (batches.hasMore()) {
                    generation.remembered(batches.id(), rows.getInt(2));
                }
                generation.readFrom(new JournalInput(rows.getBytes(4)));
            }
        }
        return generations.values();
    }

    /** Says that the id of a batch will be remembered in this transaction. */
    void expect(UUID batch) {
        stored.expect(batch);
    }

    /** Remembers the id of a batch that comes on a day; false when it was known before. */
    boolean remember(UUID batch, int day) throws SQLException {
        if (isKnown(batch)) {
            return false;
        }
        if (day != arrivedDay) {
            write();
            arrivedDay = day;
        }
        arrived.add(batch);
        open.remember(batch, day);
        return true;
    }

    private boolean isKnown(UUID batch) throws SQLException {
        if (open.has(batch)) {
            return true;
        }
        for (Generation generation : closed) {
            if (generation.has(batch)) {
                return true;
            }
        }
        return stored.has(batch);
    }

    /** Adds the events of a batch that is remembered. */
    void add(Arrival arrival) {
        open.add(arrival);
    }

    /** Appends what was remembered and added. */
    void write() throws SQLException {
        if (arrived.isEmpty()) {
            return;
        }
        append.setLong(1, open.number());
        append.setInt(2, arrivedDay);
        // Not in the order in which they came: only where a batch came alone do its events stand beside its id.
        Collections.sort(arrived);
        arrived.forEach(out::id);
        arrived.clear();
        append.setBytes(3, out.take());
        open.writeTo(out);
        append.setBytes(4, out.take());
        append.executeUpdate();
    }

    /** What the transaction has done is on the disk. */
    void committed() {
        stored.endTransaction();
        tellWhetherSomethingWaits();
    }

    private void tellWhetherSomethingWaits() {
        somethingWaits = !closed.isEmpty() || !open.isEmpty() || folding.isClearing();
    }

    /** Whether something waits to be folded. Any thread may ask. */
    boolean somethingWaits() {
        return somethingWaits;
    }

    /** Whether something is to be folded that came before a moment, by {@link System#nanoTime}, or because it is too much. */
    boolean waitsSince(long before) {
        Generation first = closed.isEmpty() ? open : closed.getFirst();
        return folding.isClearing() || (!first.isEmpty() && first.begun() - before <= 0) || open.isFull();
    }

    /** Whether so much comes in that it makes fewer rows when it waits for longer. */
    boolean isWorthWaiting() {
        return closed.isEmpty() && open.isLarge();
    }

    /** Whether nothing more should be added until more is folded. */
    boolean isOverfull() {
        return open.isFull() && !closed.isEmpty();
    }

    /**
     * Folds a portion of what has waited longest into the tables, and of nothing that came after it.
     *
     * @param before what came before this moment, by {@link System#nanoTime}
     * @param most how many rows are enough, or several times as many ids
     * @return whether there is more
     */
    boolean fold(long before, int most) throws SQLException {
        int left = most;
        boolean isDone = false;
        while (left > 0 && !isDone && waitsSince(before)) {
            if (folding.isClearing()) {
                folding.clear();
                left -= most / CLEARED_IN_PORTION;
            } else {
                left -= foldOldest(left);
                isDone = folding.isDone();
            }
        }
        return waitsSince(before);
    }

    private int foldOldest(int most) throws SQLException {
        if (closed.isEmpty()) {
            close(open);
        }
        int rows = folding.fold(closed.getFirst(), most);
        if (folding.isDone()) {
            closed.removeFirst();
        }
        return rows;
    }

    private void close(Generation generation) throws SQLException {
        write();
        closed.add(generation);
        open = new Generation(generation.number() + 1);
    }

    @Override
    public void close() throws SQLException {
        folding.close();
        stored.close();
        append.close();
    }
}
