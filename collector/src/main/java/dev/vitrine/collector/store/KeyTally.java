package dev.vitrine.collector.store;

import java.util.Arrays;

/** Adds up entries of one source by the numbers of their keys; small enough to be near the processor. */
final class KeyTally {
    private static final int FEW = 1_024;
    /** Where the batches are in a sum, above the events: there is room for more of each than a generation can have. */
    private static final int BATCHES = 40;

    private static final long EVENTS = (1L << BATCHES) - 1;

    private long[] sums = new long[FEW];
    private int[] keys = new int[FEW];
    private int size;

    void addEvents(int key, long events) {
        add(key, events);
    }

    void addBatches(int key, long batches) {
        add(key, batches << BATCHES);
    }

    private void add(int key, long amount) {
        if (key >= sums.length) {
            int length = Math.max(2 * sums.length, key + 1);
            sums = Arrays.copyOf(sums, length);
            keys = Arrays.copyOf(keys, length);
        }
        if (sums[key] == 0) {
            keys[size] = key;
            size++;
        }
        sums[key] += amount;
    }

    /** The keys of which there is anything. */
    int[] keys() {
        return Arrays.copyOf(keys, size);
    }

    long events(int key) {
        return sums[key] & EVENTS;
    }

    long batches(int key) {
        return sums[key] >>> BATCHES;
    }

    /** Begins anew. */
    void clear() {
        for (int i = 0; i < size; i++) {
            sums[keys[i]] = 0;
        }
        size = 0;
    }
}
