package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Events that were accepted before, by the fingerprints of their bytes: the same bytes under the same rule mean the same, and
 * need not be read again. Bytes that begin where an event may begin, and equal a whole event, are that event to the last
 * byte, for no JSON object begins with another. What counts is what was read when it came first, so not even two byte strings
 * of one fingerprint could bring in anything that the catalog does not list.
 *
 * <p>There is room for a fixed number of short events. Only what was accepted comes in, and it takes the place of one that
 * nobody has asked for of late. A stranger who sends ever new events pushes out those of strangers, and few others; at
 * worst, everything is as slow as it would be without this.
 *
 * <p>Safe for use by several threads.
 */
final class KnownEvents {
    private static final int PLACES = 1 << 16;
    /** In so many places can an event be. */
    private static final int WAYS = 8;

    /** After about so many newcomers it is forgotten who was asked for. */
    private static final int NEWCOMERS = 8;

    /** An event that was accepted. It has all that is looked at for each event, near to each other in memory. */
    static final class Known {
        private final long high;
        private final long low;
        private final int length;
        private final int epochDay;
        private final int keyHash;
        private final PayloadRule rule;
        private final ExperimentRules experiment;
        private final EventKey key;
        /** Whether it was asked for. Races do no harm: at worst another one leaves. */
        private boolean wanted;

        Known(long high, long low, int length, PayloadRule rule, ExperimentRules experiment, EventKey key) {
            this.high = high;
            this.low = low;
            this.length = length;
            this.epochDay = key.epochDay();
            this.keyHash = key.hashCode();
            this.rule = rule;
            this.experiment = experiment;
            this.key = key;
        }

        ExperimentRules experiment() {
            return experiment;
        }

        /** Its day, as days since 1970-01-01. */
        int epochDay() {
            return epochDay;
        }

        EventKey key() {
            return key;
        }

        /** The hash of its key. */
        int keyHash() {
            return keyHash;
        }

        private boolean is(long high, long low, int length, CatalogRules rules, boolean identified) {
            return this.low == low
                    && this.high == high
                    && this.length == length
                    && experiment.catalog() == rules
                    && experiment.rule(identified) == rule;
        }
    }

    private final @Nullable Known[] places = new Known[PLACES];
    /** The hash of what is in each place: to look at the others would mean to fetch them from far away. */
    private final int[] hashes = new int[PLACES];

    /**
     * The events in these places of a body, null for each that is not known. What is known lies all over the memory,
     * and each step of these waits for it: one step for all of them, and then the next, is a few times as quick as all steps
     * for one and then the next, for a processor waits for many at once.
     *
     * @param rules the catalog that they are held against
     * @param identified whether their batch bears an id
     */
    @Nullable
    Known[] find(EventSpans spans, CatalogRules rules, boolean identified) {
        int count = spans.count();
        int[] wanted = new int[count];
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            wanted[i] = Fingerprints.hash(spans.high(i), spans.low(i));
            // Without a branch that depends on it, so that the hashes of all of them are fetched at once.
            first[i] = hashes[firstPlace(wanted[i])];
        }
        @Nullable Known[] found = new Known[count];
        for (int i = 0; i < count; i++) {
            int place = firstPlace(wanted[i]);
            found[i] = first[i] == wanted[i] ? places[place] : withHash(wanted[i], place + 1, place + WAYS);
        }
        for (int i = 0; i < count; i++) {
            Known known = found[i];
            if (known != null) {
                long high = spans.high(i);
                long low = spans.low(i);
                if (!known.is(high, low, spans.length(i), rules, identified)) {
                    // Perhaps another one with that hash.
                    known = find(high, low, spans.length(i), rules, identified);
                    found[i] = known;
                }
                if (known != null && !known.wanted) {
                    known.wanted = true;
                }
            }
        }
        return found;
    }

    private @Nullable Known withHash(int hash, int from, int to) {
        for (int place = from; place < to; place++) {
            if (hashes[place] == hash) {
                return places[place];
            }
        }
        return null;
    }

    /** One event; null when it is not known. */
    private @Nullable Known find(long high, long low, int length, CatalogRules rules, boolean identified) {
        int hash = Fingerprints.hash(high, low);
        int first = firstPlace(hash);
        for (int place = first; place < first + WAYS; place++) {
            Known known = hashes[place] == hash ? places[place] : null;
            if (known != null && known.is(high, low, length, rules, identified)) {
                return known;
            }
        }
        return null;
    }

    private static int firstPlace(int hash) {
        return (hash & (PLACES / WAYS - 1)) * WAYS;
    }

    /** Remembers an event that was accepted, if there is room or one that is not wanted any more. */
    void remember(byte[] body, int from, int to, ExperimentRules experiment, boolean identified, EventKey key) {
        // Written in another way, it would not be found.
        if (!Fingerprints.isOfLength(to - from) || EventSpans.likelyEnd(body, from) != to) {
            return;
        }
        long[] fingerprint = new long[2];
        Fingerprints.write(body, from, to, fingerprint, 0);
        long high = fingerprint[0];
        long low = fingerprint[1];
        if (find(high, low, to - from, experiment.catalog(), identified) != null) {
            return;
        }
        int hash = Fingerprints.hash(high, low);
        int first = firstPlace(hash);
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (random.nextInt(NEWCOMERS) == 0) {
            forgetWishes(first);
        }
        // Newcomers do not all take the same place: each has time to be asked for.
        int begin = random.nextInt(WAYS);
        for (int way = 0; way < WAYS; way++) {
            int place = first + (begin + way) % WAYS;
            Known there = places[place];
            if (there == null || !there.wanted) {
                places[place] = new Known(high, low, to - from, experiment.rule(identified), experiment, key);
                hashes[place] = hash;
                return;
            }
        }
    }

    /** Who is asked for no more, of days gone by, has to make room: the others will be asked for again. */
    private void forgetWishes(int first) {
        for (int place = first; place < first + WAYS; place++) {
            Known there = places[place];
            if (there != null) {
                there.wanted = false;
            }
        }
    }
}
