package dev.vitrine.collector.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers for keys, from 0 on, by which a generation and its journal name them. One that comes with a tag is known again by
 * that, without being fetched from memory.
 *
 * <p>For the writing thread alone.
 */
final class KeyNumbers {
    /** A power of two, twice as many as there are tags in use under load. */
    private static final int TAGS = 1 << 17;

    /** In each place a tag, in the upper half, and the number of its key. Zero is no tag: then there is none. */
    private long[] tagged = new long[1];

    private final Map<EventKey, Integer> numbers = new HashMap<>();
    private final List<EventKey> keys = new ArrayList<>();
    /** Smaller numbers stay as they are. */
    private int settled;

    int size() {
        return keys.size();
    }

    EventKey key(int number) {
        if (number >= keys.size()) {
            throw JournalInput.damaged();
        }
        return keys.get(number);
    }

    /** The number of a key; a new one when it has none. */
    int of(EventKey key) {
        return lookUp(key, 0);
    }

    /** The number of the key in a place. */
    int of(CountedEvents events, int place) {
        int tag = events.tag(place);
        long known = tagged[tag & (tagged.length - 1)];
        return tag != 0 && known >>> Integer.SIZE == Integer.toUnsignedLong(tag)
                ? (int) known
                : lookUp(events.key(place), tag);
    }

    private int lookUp(EventKey key, int tag) {
        Integer known = numbers.get(key);
        if (known == null) {
            numbers.put(key, keys.size());
            keys.add(key);
            return keys.size() - 1;
        }
        if (known < settled && tag != 0) {
            remember(tag, known);
        }
        return known;
    }

    private void remember(int tag, int number) {
        if (tagged.length < TAGS) {
            tagged = new long[TAGS];
        }
        tagged[tag & (TAGS - 1)] = (long) tag << Integer.SIZE | number;
    }

    /** Takes the keys that were read, in the order of their numbers. */
    void settle() {
        settled = keys.size();
    }

    /** How many numbers stay as they are; the others are of this transaction. */
    int settled() {
        return settled;
    }

    /**
     * Deals the numbers of this transaction anew, so that they do not tell in which order the keys came, and from now on
     * they stay.
     *
     * @return which number each has now, in the order of the old ones
     */
    int[] shuffleNew() {
        int first = settled;
        List<EventKey> added = keys.subList(first, keys.size());
        Collections.shuffle(added, ThreadLocalRandom.current());
        int[] renumbered = new int[added.size()];
        for (int i = 0; i < renumbered.length; i++) {
            renumbered[numberOf(added.get(i)) - first] = first + i;
        }
        for (int i = 0; i < renumbered.length; i++) {
            numbers.put(added.get(i), first + i);
        }
        settle();
        return renumbered;
    }

    private int numberOf(EventKey key) {
        Integer number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("a key has no number");
        }
        return number;
    }

    /** Of each number, which place its key has in their order. */
    int[] ranks() {
        EventKey[] inOrder = keys.toArray(new EventKey[0]);
        Arrays.sort(inOrder);
        int[] ranks = new int[inOrder.length];
        for (int rank = 0; rank < inOrder.length; rank++) {
            ranks[numberOf(inOrder[rank])] = rank;
        }
        return ranks;
    }
}
