package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell's events by what they say in one part of the payload: each event is in one group.
 *
 * @param shown the values that at least k reporters sent, each for itself
 * @param hidden all other values together
 * @param different how many different pseudonyms there are at least, as a multiple of k; nothing for other fields
 */
record Breakdown(SortedMap<Value, Group> shown, Group hidden, Figure different) {
    private static final Comparator<Map.Entry<Value, Tally>> SMALLEST_FIRST = Comparator.comparingLong(
                    (Map.Entry<Value, Tally> entry) -> entry.getValue().crowd().size())
            .thenComparingLong(entry -> entry.getValue().events())
            .thenComparing(Map.Entry::getKey);

    private static final Tally NOBODY = new Tally(0, new Crowd.Remembered(0, 0));

    Breakdown {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    }

    /** A breakdown that shows no value. */
    static Breakdown closed(Group whole) {
        return new Breakdown(new TreeMap<>(), whole, Figure.NONE);
    }

    /**
     * Puts values together until each group that is left has enough reporters: those with too few become one group, which
     * takes in the next smallest for as long as it has too few itself.
     *
     * @param values the values' events
     * @param whole all events together, of at least {@code threshold} reporters
     */
    static Breakdown of(Map<Value, Tally> values, Tally whole, int threshold) {
        return of(values, NOBODY, whole, threshold);
    }

    /** The same breakdown beside events that lack the record which this part is in. */
    Breakdown withoutRecord(Group others) {
        if (others.events().isNone()) {
            return this;
        }
        TreeMap<Value, Group> all = new TreeMap<>(shown);
        all.put(Value.RECORD_ABSENT, others);
        return new Breakdown(all, hidden, different);
    }

    /** The same breakdown with a number of different pseudonyms, rounded down to a multiple of the threshold. */
    Breakdown withDifferent(long number, int threshold) {
        Group present = shown.getOrDefault(Value.PRESENT, Group.NONE);
        return new Breakdown(shown, hidden, Figure.of(number - number % threshold, present.crowd(), threshold));
    }

    /** The same breakdown for a threshold that was raised: what was one group stays together. */
    Breakdown coarsened(Group whole, int threshold) {
        TreeMap<Value, Tally> values = new TreeMap<>();
        shown.forEach((value, group) -> values.put(value, group.tally()));
        Tally others = values.getOrDefault(Value.RECORD_ABSENT, NOBODY);
        values.remove(Value.RECORD_ABSENT);
        Tally rest = values.values().stream().reduce(hidden.tally(), Tally::with);
        if (others.isSensitive(threshold) || (!others.isEmpty() && rest.isSensitive(threshold))) {
            return closed(whole);
        }
        Breakdown coarser = of(values, hidden.tally(), others.isEmpty() ? whole.tally() : rest, threshold)
                .withoutRecord(Group.of(others, threshold));
        return coarser.shown.containsKey(Value.PRESENT) && different.value() >= threshold
                ? new Breakdown(coarser.shown, coarser.hidden, different)
                : coarser;
    }

    private static Breakdown of(Map<Value, Tally> values, Tally alreadyHidden, Tally whole, int threshold) {
        List<Map.Entry<Value, Tally>> ascending = new ArrayList<>(values.entrySet());
        ascending.sort(SMALLEST_FIRST);
        Tally hidden = alreadyHidden;
        int next = 0;
        while (next < ascending.size()
                && (hidden.isSensitive(threshold)
                        || ascending.get(next).getValue().isSensitive(threshold))) {
            Tally taken = ascending.get(next).getValue();
            hidden = hidden.isEmpty() ? taken : hidden.with(taken);
            next++;
        }
        if (hidden.isSensitive(threshold)) {
            return closed(Group.of(whole, threshold));
        }
        TreeMap<Value, Group> shown = new TreeMap<>();
        ascending
                .subList(next, ascending.size())
                .forEach(entry -> shown.put(entry.getKey(), Group.of(entry.getValue(), threshold)));
        return new Breakdown(shown, Group.of(hidden, threshold), Figure.NONE);
    }
}
