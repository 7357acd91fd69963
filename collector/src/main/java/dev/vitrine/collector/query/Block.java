package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What must be hidden in a table whose sums over its rows, and over its columns, are both known.
 *
 * <p>It is a block: some columns, and in each of them the same rows. Of a block with at least k reporters (or nobody) in
 * every row and in every column, the sums tell the rows and the columns, and nothing smaller. So the block begins with what
 * is sensitive, and takes in the next smallest row for a column that has too few, and the next smallest column for a row.
 */
final class Block {
    private final Tally[][] table;
    private final int threshold;
    private final Set<Integer> rows = new HashSet<>();
    private final Set<Integer> columns = new HashSet<>();

    private Block(Tally[][] table, int threshold) {
        this.table = table;
        this.threshold = threshold;
    }

    /**
     * Finds the block.
     *
     * @param table the tallies, by rows and then columns; every row and every column has at least k reporters, or nobody
     */
    static Block in(Tally[][] table, int threshold) {
        Block block = new Block(table, threshold);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < table[row].length; column++) {
                if (table[row][column].isSensitive(threshold)) {
                    block.rows.add(row);
                    block.columns.add(column);
                }
            }
        }
        block.grow();
        return block;
    }

    /** Whether a cell is hidden. */
    boolean hides(int row, int column) {
        return rows.contains(row) && columns.contains(column);
    }

    /** Whether anything is hidden. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    private void grow() {
        boolean grown = true;
        while (grown) {
            grown = false;
            if (columns.stream().anyMatch(column -> column(column).isSensitive(threshold))) {
                grown = takeSmallest(rows, table.length, this::wholeRow);
            }
            if (rows.stream().anyMatch(row -> row(row).isSensitive(threshold))) {
                grown |= takeSmallest(columns, table[0].length, this::wholeColumn);
            }
        }
    }

    private static boolean takeSmallest(Set<Integer> taken, int all, Function<Integer, Tally> size) {
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            if (!taken.contains(i)) {
                rest.add(i);
            }
        }
        return rest.stream()
                .min(Comparator.comparingLong(
                                (Integer i) -> size.apply(i).crowd().size())
                        .thenComparing(Comparator.naturalOrder()))
                .map(taken::add)
                .orElse(false);
    }

    /** The hidden cells of a row together. */
    private Tally row(int row) {
        return columns.stream().map(column -> table[row][column]).reduce(Tally.NOTHING, Tally::with);
    }

    /** The hidden cells of a column together. */
    private Tally column(int column) {
        return rows.stream().map(row -> table[row][column]).reduce(Tally.NOTHING, Tally::with);
    }

    private Tally wholeRow(int row) {
        Tally sum = Tally.NOTHING;
        for (Tally cell : table[row]) {
            sum = sum.with(cell);
        }
        return sum;
    }

    private Tally wholeColumn(int column) {
        Tally sum = Tally.NOTHING;
        for (Tally[] row : table) {
            sum = sum.with(row[column]);
        }
        return sum;
    }
}
