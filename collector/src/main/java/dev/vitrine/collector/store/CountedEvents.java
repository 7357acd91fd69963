package dev.vitrine.collector.store;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The events of a batch, equal ones together: a list that lies in two arrays, because another thread than the one that has
 * made it reads it through, and fetches each object of it from far away. It does not change.
 */
public final class CountedEvents extends AbstractList<EventCount> implements RandomAccess {
    private final EventKey[] keys;
    private final int[] events;

    private CountedEvents(EventKey[] keys, int[] events) {
        this.keys = keys;
        this.events = events;
    }

    /** So many events of each of the first {@code size} keys, which are different; copies the arrays. */
    public static CountedEvents of(EventKey[] keys, int[] events, int size) {
        return new CountedEvents(Arrays.copyOf(keys, size), Arrays.copyOf(events, size));
    }

    /** These. */
    static CountedEvents of(List<EventCount> counts) {
        return counts instanceof CountedEvents counted
                ? counted
                : new CountedEvents(
                        counts.stream().map(EventCount::key).toArray(EventKey[]::new),
                        counts.stream().mapToInt(EventCount::events).toArray());
    }

    @Override
    public EventCount get(int index) {
        return new EventCount(keys[index], events[index]);
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
        return events[index];
    }
}
