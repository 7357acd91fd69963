package dev.vitrine.collector.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What has come from one source, one entry after the other: to add each to the sum of its key would mean to fetch that sum
 * from far away. Equal ones are added up when there are many, all at once.
 *
 * <p>For the writing thread alone.
 */
final class SourceCounts {
    private static final int NO_NUMBER = -1;
    private static final int FEW = 32;
    /** With fewer entries than this it is not worth while to add them up. */
    private static final int MANY = 16_384;

    private static final long LOWER_HALF = 0xffff_ffffL;
    private static final long ONE_EVENT = 2;

    /**
     * Equal events of the source.
     *
     * @param events how many there were
     * @param batches how many batches count there
     */
    record Row(EventKey key, long events, long batches) {}

    private final Source source;
    private int number = NO_NUMBER;
    /** In the upper half the number of a key; in the lower one how much more it is, doubled, and odd for batches. */
    private long[] entries = new long[FEW];

    private int size;
    private int written;
    private int sizeToAddUp = MANY;

    SourceCounts(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    boolean isInJournal() {
        return number != NO_NUMBER;
    }

    /** Gives it its number in the journal. */
    void number(int given) {
        number = given;
    }

    /** How many entries there are. */
    int size() {
        return size;
    }

    /** Whether all entries are in the journal. */
    boolean isWritten() {
        return written == size;
    }

    void addEvents(int key, long events) {
        add(key, 2 * events);
    }

    void addBatches(int key, long batches) {
        add(key, 2 * batches + 1);
    }

    private void add(int key, long amount) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size] = ((long) key << Integer.SIZE) | amount;
        size++;
    }

    /**
     * Writes the source's number, and what was added since the last time, in an order that does not tell what came together.
     *
     * @param first the number of the first key that has another number now
     * @param renumbered which that is, for it and those after it
     */
    void writeTo(JournalOutput out, int first, int[] renumbered) {
        out.number(number).number(size - written);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = written; i < size; i++) {
            int drawn = i + random.nextInt(size - i);
            long entry = entries[drawn];
            entries[drawn] = entries[i];
            int key = (int) (entry >>> Integer.SIZE);
            if (key >= first) {
                key = renumbered[key - first];
                entry = ((long) key << Integer.SIZE) | (entry & LOWER_HALF);
            }
            entries[i] = entry;
            write(out, key, entry & LOWER_HALF);
        }
        written = size;
    }

    /** Nearly all entries are one event: of those only the key is written. */
    private static void write(JournalOutput out, int key, long amount) {
        if (amount == ONE_EVENT) {
            out.number(2L * key);
        } else {
            out.number(2L * key + 1).number(amount);
        }
    }

    /** Adds what {@link #writeTo} has written, after the source's number, of the first so many keys. */
    void readFrom(JournalInput in, int keys) {
        for (int more = in.index(); more > 0; more--) {
            long key = in.number();
            if (key >>> 1 >= keys) {
                throw JournalInput.damaged();
            }
            add((int) (key >>> 1), (key & 1) == 0 ? ONE_EVENT : in.number());
        }
        written = size;
    }

    /** Adds equal entries up, when there are many; all are written. */
    void addUpMany(KeyTally tally) {
        if (size < sizeToAddUp) {
            return;
        }
        addUp(tally);
        size = 0;
        for (int key : tally.keys()) {
            addEvents(key, tally.events(key));
            if (tally.batches(key) > 0) {
                addBatches(key, tally.batches(key));
            }
        }
        written = size;
        sizeToAddUp = Math.max(MANY, 2 * size);
        tally.clear();
    }

    private void addUp(KeyTally tally) {
        for (int i = 0; i < size; i++) {
            long amount = entries[i] & LOWER_HALF;
            int key = (int) (entries[i] >>> Integer.SIZE);
            if ((amount & 1) == 0) {
                tally.addEvents(key, amount >>> 1);
            } else {
                tally.addBatches(key, amount >>> 1);
            }
        }
    }

    /** The rows that it makes in the tables: the same, and in the same order, for the same events. */
    Iterator<Row> rows(KeyNumbers keys, int[] ranks, KeyTally tally) {
        addUp(tally);
        int[] inOrder = tally.keys();
        long[] ranked = new long[inOrder.length];
        for (int i = 0; i < inOrder.length; i++) {
            ranked[i] = ((long) ranks[inOrder[i]] << Integer.SIZE) | inOrder[i];
        }
        Arrays.sort(ranked);
        Row[] rows = new Row[ranked.length];
        for (int i = 0; i < rows.length; i++) {
            int key = (int) ranked[i];
            rows[i] = new Row(keys.key(key), tally.events(key), tally.batches(key));
        }
        tally.clear();
        return Arrays.asList(rows).iterator();
    }
}
