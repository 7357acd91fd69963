package dev.vitrine.collector.query;

import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Some events, and who stands behind them. Not to be shown: a {@link Group} is what may be.
 *
 * @param events how many events
 * @param crowd who stands behind them
 */
record Tally(long events, Crowd crowd) {
    /** No events. */
    static final Tally NOTHING = new Tally(0, new Crowd.Remembered(0, 0));

    static Tally of(Collection<Event> events) {
        Counter counter = new Counter();
        events.forEach(counter::add);
        return counter.tally();
    }

    /** The tallies of events that have something in common, by what that is. */
    static <K extends Comparable<K>> Map<K, Tally> by(Function<Event, K> what, Collection<Event> events) {
        Map<K, Counter> counters = new TreeMap<>();
        events.forEach(event -> counters.computeIfAbsent(what.apply(event), key -> new Counter())
                .add(event));
        Map<K, Tally> tallies = new TreeMap<>();
        counters.forEach((key, counter) -> tallies.put(key, counter.tally()));
        return tallies;
    }

    boolean isEmpty() {
        return events == 0;
    }

    /** Whether there are events, of too few reporters. */
    boolean isSensitive(int threshold) {
        return !isEmpty() && crowd.size() < threshold;
    }

    Tally with(Tally other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty() ? this : new Tally(events + other.events, crowd.with(other.crowd));
    }

    /** Counts. */
    private static final class Counter {
        private final BitSet installations = new BitSet();
        private long events;
        private long batches;

        void add(Event event) {
            events += event.events();
            batches += event.batches();
            if (event.installation() >= 0) {
                installations.set(event.installation());
            }
        }

        Tally tally() {
            return new Tally(events, new Crowd.Counted(installations, batches));
        }
    }
}
