package dev.vitrine.collector.query;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The linear combinations of some rows of zeros and ones, modulo a large prime. */
final class RowSpace {
    private static final long PRIME = 2_147_483_647L;

    private final int width;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    RowSpace(int width) {
        this.width = width;
    }

    void add(List<Boolean> indicator) {
        long[] row = reduced(indicator);
        for (int column = 0; column < width; column++) {
            if (row[column] != 0) {
                scale(row, inverse(row[column]));
                rows.add(row);
                pivots.add(column);
                return;
            }
        }
    }

    /** Whether a set is a combination of the rows. */
    boolean derives(List<Boolean> indicator) {
        for (long rest : reduced(indicator)) {
            if (rest != 0) {
                return false;
            }
        }
        return true;
    }

    private long[] reduced(List<Boolean> indicator) {
        long[] row = new long[width];
        for (int column = 0; column < width; column++) {
            row[column] = indicator.get(column) ? 1 : 0;
        }
        for (int i = 0; i < rows.size(); i++) {
            long factor = row[pivots.get(i)];
            for (int column = 0; column < width && factor != 0; column++) {
                row[column] = Math.floorMod(row[column] - factor * rows.get(i)[column] % PRIME, PRIME);
            }
        }
        return row;
    }

    private static void scale(long[] row, long factor) {
        for (int column = 0; column < row.length; column++) {
            row[column] = row[column] * factor % PRIME;
        }
    }

    private static long inverse(long number) {
        return BigInteger.valueOf(number).modInverse(BigInteger.valueOf(PRIME)).longValue();
    }
}
