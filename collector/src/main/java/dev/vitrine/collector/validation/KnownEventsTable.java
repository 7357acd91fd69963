package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Known events, found by their fingerprints. Nearly all that is asked about one lies in four numbers next to each other, which are
 * half a line of the processor's cache: they are somewhere in some megabytes of memory, and to fetch them is most of the work.
 *
 * <p>It never changes, but for whether an event was asked for; there a race does no harm. Safe for use by several threads.
 */
final class KnownEventsTable {
    /** The numbers of an event: its fingerprint's halves, tag and hash of its key, and what else there is to know. */
    private static final int NUMBERS = 4;

    private static final int LOW = 1;
    private static final int KEY = 2;
    private static final int OTHERS = 3;

    /** An array's elements begin after 16 bytes, and a large array where a line begins: so the numbers of no event lie in two. */
    private static final int UNUSED = 2;

    // The last of the numbers, from its lowest bit on; it is 0 in a place that is free, for an event has a length.
    private static final int LENGTH_BITS = 9;
    private static final int DAY_BITS = 24;
    private static final int RULE_BITS = 14;
    private static final int DAY = LENGTH_BITS;
    private static final int RULE = DAY + DAY_BITS;
    private static final int INDEX = RULE + RULE_BITS;

    /** All catalogs together seldom have so many. Events under others are not known. */
    private static final int MOST_RULES = 1 << RULE_BITS;

    private final List<KnownEvent> events = new ArrayList<>();
    /** By the numbers of their rules. */
    private final ExperimentRules[] experiments;

    private final PayloadRule[] payloads;
    private final EventKey[] keys;
    private final boolean[] wanted;
    private final long[] numbers;
    private final int mask;

    /** Of these events, no two have the same bytes and the same rule. */
    KnownEventsTable(List<KnownEvent> events) {
        int places = Integer.highestOneBit(Math.max(1, events.size())) << 2;
        mask = places - 1;
        numbers = new long[UNUSED + NUMBERS * places];
        keys = new EventKey[events.size()];
        wanted = new boolean[events.size()];
        // A rule for payloads belongs to one experiment of one catalog.
        Map<PayloadRule, Integer> rules = new HashMap<>();
        List<KnownEvent> firsts = new ArrayList<>();
        for (KnownEvent event : events) {
            Integer rule = rules.get(event.rule());
            if (rule == null) {
                rule = firsts.size();
                rules.put(event.rule(), rule);
                firsts.add(event);
            }
            if (rule < MOST_RULES) {
                add(event, rule);
            }
        }
        experiments = firsts.stream().map(KnownEvent::experiment).toArray(ExperimentRules[]::new);
        payloads = firsts.stream().map(KnownEvent::rule).toArray(PayloadRule[]::new);
    }

    private void add(KnownEvent event, int rule) {
        int at = first(event.high(), event.low(), event.experiment().catalog());
        while (numbers[at + OTHERS] != 0) {
            at = next(at);
        }
        int index = events.size();
        numbers[at] = event.high();
        numbers[at + LOW] = event.low();
        numbers[at + KEY] = (long) event.tag() << Integer.SIZE
                | Integer.toUnsignedLong(event.key().hashCode());
        numbers[at + OTHERS] = (long) index << INDEX
                | (long) rule << RULE
                | bits(event.key().epochDay(), DAY_BITS) << DAY
                | event.length();
        events.add(event);
        keys[index] = event.key();
    }

    private static long bits(long number, int count) {
        return number & ((1L << count) - 1);
    }

    /** Where an event is, or the first place after it that was free: elsewhere for each catalog, or those with many would queue. */
    private int first(long high, long low, CatalogRules catalog) {
        return UNUSED + NUMBERS * (Fingerprints.hash(high ^ catalog.salt(), low) & mask);
    }

    private int next(int at) {
        int next = at + NUMBERS;
        return next < numbers.length ? next : UNUSED;
    }

    /** How many events there are. */
    int size() {
        return events.size();
    }

    /** A table of those that were asked for, those that have come, and then the others, as many as there may be. */
    KnownEventsTable with(List<KnownEvent> newcomers, int most) {
        List<KnownEvent> next = new ArrayList<>();
        List<KnownEvent> others = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            (wanted[index] ? next : others).add(events.get(index));
        }
        newcomers.stream().filter(event -> !has(event)).forEach(next::add);
        next.addAll(others);
        return new KnownEventsTable(next.subList(0, Math.min(most, next.size())));
    }

    private boolean has(KnownEvent event) {
        ExperimentRules experiment = event.experiment();
        boolean identified = event.rule() == experiment.identified();
        return find(event.high(), event.low(), event.length(), experiment.catalog(), identified) != null;
    }

    /**
     * The events in these places of a body that are known.
     *
     * @param catalog the rules of the catalog that they are held against
     * @param identified whether their batch bears an id
     */
    Found find(EventSpans spans, CatalogRules catalog, boolean identified) {
        int[] found = new int[spans.count()];
        // One step for all of them, without a branch that depends on it: a processor waits for many at once.
        for (int i = 0; i < found.length; i++) {
            found[i] = (int) numbers[first(spans.high(i), spans.low(i), catalog) + LOW];
        }
        for (int i = 0; i < found.length; i++) {
            long high = spans.high(i);
            long low = spans.low(i);
            int at = first(high, low, catalog);
            found[i] = found[i] == (int) low && is(at, high, low, spans.length(i), catalog, identified)
                    ? at
                    : find(at, high, low, spans.length(i), catalog, identified);
        }
        return new Found(found);
    }

    /** The event of this fingerprint and length; null when it is not known. */
    @Nullable
    KnownEvent find(long high, long low, int length, CatalogRules catalog, boolean identified) {
        int at = find(first(high, low, catalog), high, low, length, catalog, identified);
        return at == 0 ? null : events.get(index(numbers[at + OTHERS]));
    }

    /** Looks from a place on; 0 for none. */
    private int find(int first, long high, long low, int length, CatalogRules catalog, boolean identified) {
        for (int at = first; numbers[at + OTHERS] != 0; at = next(at)) {
            if (is(at, high, low, length, catalog, identified)) {
                return at;
            }
        }
        return 0;
    }

    private boolean is(int at, long high, long low, int length, CatalogRules catalog, boolean identified) {
        long others = numbers[at + OTHERS];
        if (numbers[at + LOW] != low || numbers[at] != high || bits(others, LENGTH_BITS) != length) {
            return false;
        }
        int rule = rule(others);
        ExperimentRules experiment = experiments[rule];
        return experiment.catalog() == catalog && experiment.rule(identified) == payloads[rule];
    }

    private static int rule(long others) {
        return (int) bits(others >>> RULE, RULE_BITS);
    }

    private static int index(long others) {
        return (int) (others >>> INDEX);
    }

    /** What was found of the events of a body, by their places in it. */
    final class Found {
        /** Where in the table the numbers of each begin; 0 where it is not known. */
        private final int[] at;

        private Found(int[] at) {
            this.at = at;
        }

        /** Whether one is known; only then may anything else be asked about it. */
        boolean isKnown(int place) {
            return at[place] != 0;
        }

        ExperimentRules experiment(int place) {
            return experiments[rule(others(place))];
        }

        /** Its day, as days since 1970-01-01. */
        int epochDay(int place) {
            // The sign is the highest of its bits.
            return (int) (others(place) << (Long.SIZE - RULE) >> (Long.SIZE - DAY_BITS));
        }

        /** Says that it was of use, and what it is. */
        EventKey use(int place) {
            int index = index(others(place));
            if (!wanted[index]) {
                wanted[index] = true;
            }
            return keys[index];
        }

        /** The hash of its key. */
        int keyHash(int place) {
            return (int) numbers[at[place] + KEY];
        }

        /** Its tag. */
        int tag(int place) {
            return (int) (numbers[at[place] + KEY] >>> Integer.SIZE);
        }

        private long others(int place) {
            return numbers[at[place] + OTHERS];
        }
    }
}
