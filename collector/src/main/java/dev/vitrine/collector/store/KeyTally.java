package dev.vitrine.collector.store;

import java.util.Arrays;

/** Adds up entries of one source by the numbers of their keys; small enough to be near the processor. */
final class KeyTally {
    private static final int FEW = 1_024;

    /** Of each key, the events and then the batches. */
    private long[] sums = new long[2 * FEW];

    private int[] keys = new int[FEW];
    private int size;

    void add(int key, long amount, boolean isBatches) {
        if (key >= keys.length) {
            int length = Math.max(2 * keys.length, key + 1);
            sums = Arrays.copyOf(sums, 2 * length);
            keys = Arrays.copyOf(keys, length);
        }
        if (sums[2 * key] == 0 && sums[2 * key + 1] == 0) {
            keys[size] = key;
            size++;
        }
        sums[2 * key + (isBatches ? 1 : 0)] += amount;
    }

    /** The keys of which there is anything. */
    int[] keys() {
        return Arrays.copyOf(keys, size);
    }

    long events(int key) {
        return sums[2 * key];
    }

    long batches(int key) {
        return sums[2 * key + 1];
    }

    /** Begins anew. */
    void clear() {
        for (int i = 0; i < size; i++) {
            sums[2 * keys[i]] = 0;
            sums[2 * keys[i] + 1] = 0;
        }
        size = 0;
    }
}
