package dev.vitrine.collector.store;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The events of a batch, equal ones together: a list that lies in arrays of numbers, because another thread than the one that
 * has made it reads it through, and would fetch each object of it from far away. It does not change.
 */
public final class CountedEvents extends AbstractList<EventCount> implements RandomAccess {
    private final EventKey[] keys;
    /** In the upper half the tag of a key, in the lower one how many events there are. */
    private final long[] counts;

    private final int[] experiments;

    private CountedEvents(EventKey[] keys, long[] counts, int[] experiments) {
        this.keys = keys;
        this.counts = counts;
        this.experiments = experiments;
    }

    /**
     * So many events of each of the first {@code size} keys, which are different; copies the arrays.
     *
     * @param keys what makes the events of a place equal
     * @param events how many there are in a place
     * @param tags a number that no other key has in this process, by which this one may be known again; 0 for a key that has
     *     none. A key may have several
     * @param experiments the same number for places of the same experiment, and for no others: small ones, from 0 on
     */
    public static CountedEvents of(EventKey[] keys, int[] events, int[] tags, int[] experiments, int size) {
        long[] counts = new long[size];
        for (int place = 0; place < size; place++) {
            counts[place] = (long) tags[place] << Integer.SIZE | Integer.toUnsignedLong(events[place]);
        }
        return new CountedEvents(Arrays.copyOf(keys, size), counts, Arrays.copyOf(experiments, size));
    }

    /** These. */
    static CountedEvents of(List<EventCount> counts) {
        if (counts instanceof CountedEvents counted) {
            return counted;
        }
        Map<String, Integer> numbers = new HashMap<>();
        return new CountedEvents(
                counts.stream().map(EventCount::key).toArray(EventKey[]::new),
                counts.stream()
                        .mapToLong(count -> Integer.toUnsignedLong(count.events()))
                        .toArray(),
                counts.stream()
                        .mapToInt(count -> numbers.computeIfAbsent(count.key().experiment(), any -> numbers.size()))
                        .toArray());
    }

    @Override
    public EventCount get(int index) {
        return new EventCount(keys[index], events(index));
    }

    @Override
    public int size() {
        return keys.length;
    }

    /** What makes the events of a place equal. */
    EventKey key(int index) {
        return keys[index];
    }

    /** How many events are in a place. */
    int events(int index) {
        return (int) counts[index];
    }

    /** What the key of a place is known by; 0 when there is nothing of the kind. */
    int tag(int index) {
        return (int) (counts[index] >>> Integer.SIZE);
    }

    /** How many places there are of each experiment, by its number, and perhaps some zeros. */
    int[] placesByExperiment() {
        int last = -1;
        for (int experiment : experiments) {
            last = Math.max(last, experiment);
        }
        int[] places = new int[last + 1];
        for (int experiment : experiments) {
            places[experiment]++;
        }
        return places;
    }

    /** The number of the experiment of a place. */
    int experiment(int index) {
        return experiments[index];
    }
}
