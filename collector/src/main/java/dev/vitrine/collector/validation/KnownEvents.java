package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events that were accepted before, by the fingerprints of their bytes: the same bytes under the same rule mean the same, and
 * need not be read again. Bytes that begin where an event may begin, and equal a whole event, are that event to the last
 * byte, for no JSON object begins with another. What counts is what was read when it came first, so not even two byte strings
 * of one fingerprint could bring in anything that the catalog does not list.
 *
 * <p>They are in a table that does not change, so that nobody waits to look into it. What is accepted and is not there is noted
 * beside it; when that has happened an eighth as often as there are events in the table, both become the next one. There is
 * room for a fixed number of short events: those have to go that nobody has asked for, those first that were not asked for the
 * longest. A stranger who sends ever new events pushes out those of strangers, and few others; at worst, everything is about
 * as slow as it would be without this.
 *
 * <p>Safe for use by several threads.
 */
final class KnownEvents {
    /** A table of these takes some 9 MiB. */
    private static final int MOST = 1 << 16;

    /** So often at least is something noted before there is another table. */
    static final int FEWEST_NOTES = 256;

    private static final int NOTED_SHARE = 8;
    private static final long LAST_TAG = 0xffff_ffffL;
    private static final AtomicLong TAGS = new AtomicLong();

    /** The same bytes, read by the same rule. Fingerprints are told apart from those of the same length alone. */
    private record Form(long high, long low, int length, PayloadRule rule) {}

    private volatile KnownEventsTable table = new KnownEventsTable(List.of());
    /** Guarded by this. */
    private Map<Form, KnownEvent> newcomers = new LinkedHashMap<>();
    /** How often something was accepted that is not in the table. Guarded by this. */
    private int notes;
    /** Whether a thread makes the next table. Guarded by this. */
    private boolean growing;

    /**
     * The events in these places of a body that are known.
     *
     * @param catalog the rules of the catalog that they are held against
     * @param identified whether their batch bears an id
     */
    KnownEventsTable.Found find(EventSpans spans, CatalogRules catalog, boolean identified) {
        return table.find(spans, catalog, identified);
    }

    /**
     * Notes an event that was accepted.
     *
     * @return a number that is no other key's; 0 for none
     */
    int note(byte[] body, int from, int to, ExperimentRules experiment, boolean identified, EventKey key) {
        // Written in another way, it would not be found.
        if (!Fingerprints.isOfLength(to - from) || EventSpans.likelyEnd(body, from) != to) {
            return 0;
        }
        long[] fingerprint = new long[2];
        Fingerprints.write(body, from, to, fingerprint, 0);
        Form form = new Form(fingerprint[0], fingerprint[1], to - from, experiment.rule(identified));
        KnownEvent known = table.find(form.high, form.low, form.length, experiment.catalog(), identified);
        return known == null ? note(form, experiment, key) : known.tag();
    }

    private int note(Form form, ExperimentRules experiment, EventKey key) {
        KnownEvent known;
        Map<Form, KnownEvent> settling = Map.of();
        synchronized (this) {
            known = newcomers.computeIfAbsent(
                    form,
                    any -> new KnownEvent(form.high, form.low, form.length, experiment, form.rule, key, nextTag()));
            notes++;
            if (!growing && notes >= Math.max(FEWEST_NOTES, table.size() / NOTED_SHARE)) {
                settling = newcomers;
                newcomers = new LinkedHashMap<>();
                notes = 0;
                growing = true;
            }
        }
        if (!settling.isEmpty()) {
            grow(List.copyOf(settling.values()));
        }
        return known.tag();
    }

    /** The other threads go on meanwhile; what they note again is left out when its turn comes. */
    private void grow(List<KnownEvent> settling) {
        try {
            table = table.with(settling, MOST);
        } finally {
            synchronized (this) {
                growing = false;
            }
        }
    }

    /** None comes twice: when all were given, there are no more. */
    private static int nextTag() {
        long tag = TAGS.incrementAndGet();
        return tag > LAST_TAG ? 0 : (int) tag;
    }
}
