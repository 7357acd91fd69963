package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Events that were accepted before, by their bytes: the same bytes under the same rule mean the same, and need not be read
 * again. Bytes that begin where an event may begin, and equal a whole event, are that event to the last byte, for no JSON
 * object begins with another.
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

    private static final int SHORTEST = Long.BYTES;
    private static final int LONGEST = 256;

    /** An event that was accepted. */
    static final class Known {
        private final byte[] bytes;
        private final PayloadRule rule;
        private final ExperimentRules experiment;
        private final EventKey key;
        /** Whether it was asked for. Races do no harm: at worst another one leaves. */
        private boolean wanted;

        Known(byte[] bytes, PayloadRule rule, ExperimentRules experiment, EventKey key) {
            this.bytes = bytes;
            this.rule = rule;
            this.experiment = experiment;
            this.key = key;
        }

        ExperimentRules experiment() {
            return experiment;
        }

        EventKey key() {
            return key;
        }

        private boolean hasLength(int length) {
            return bytes.length == length && bytes[length - 1] == '}';
        }

        private boolean is(byte[] body, int from, int to, CatalogRules rules, boolean identified) {
            return experiment.catalog() == rules
                    && experiment.rule(identified) == rule
                    && Arrays.equals(bytes, 0, bytes.length, body, from, to);
        }
    }

    private final @Nullable Known[] places = new Known[PLACES];
    /** The hash of what is in each place: to look at the others would mean to fetch them from far away. */
    private final int[] hashes = new int[PLACES];

    /**
     * The events that are in these places of a body, null for each that is not known. What is known lies all over the memory,
     * and each step of these waits for it: one step for all of them, and then the next, is a few times as quick as all steps
     * for one and then the next, for a processor waits for many at once.
     *
     * @param rules the catalog that they are held against
     * @param identified whether their batch bears an id
     */
    @Nullable
    Known[] find(byte[] body, EventSpans spans, CatalogRules rules, boolean identified) {
        @Nullable Known[] found = new Known[spans.count()];
        for (int i = 0; i < found.length; i++) {
            found[i] = withHash(spans.hash(i));
        }
        for (int i = 0; i < found.length; i++) {
            Known known = found[i];
            if (known != null && !known.hasLength(spans.end(i) - spans.begin(i))) {
                found[i] = null;
            }
        }
        for (int i = 0; i < found.length; i++) {
            Known known = found[i];
            if (known != null && !known.is(body, spans.begin(i), spans.end(i), rules, identified)) {
                // Perhaps another one with that hash.
                found[i] = find(body, spans.begin(i), spans.end(i), rules, identified);
            } else if (known != null && !known.wanted) {
                known.wanted = true;
            }
        }
        return found;
    }

    private @Nullable Known withHash(int hash) {
        int first = firstPlace(hash);
        for (int place = first; place < first + WAYS; place++) {
            if (hashes[place] == hash) {
                return places[place];
            }
        }
        return null;
    }

    /** The event that is between two places of a body; null when it is not known. */
    @Nullable
    Known find(byte[] body, int from, int to, CatalogRules rules, boolean identified) {
        if (to - from < SHORTEST || to - from > LONGEST) {
            return null;
        }
        int hash = EventSpans.hash(body, from, to);
        int first = firstPlace(hash);
        for (int place = first; place < first + WAYS; place++) {
            Known known = hashes[place] == hash ? places[place] : null;
            if (known != null && known.is(body, from, to, rules, identified)) {
                if (!known.wanted) {
                    known.wanted = true;
                }
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
        if (to - from < SHORTEST
                || to - from > LONGEST
                // Written in another way: it would not be found.
                || EventSpans.likelyEnd(body, from) != to
                || find(body, from, to, experiment.catalog(), identified) != null) {
            return;
        }
        int hash = EventSpans.hash(body, from, to);
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
                places[place] =
                        new Known(Arrays.copyOfRange(body, from, to), experiment.rule(identified), experiment, key);
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
