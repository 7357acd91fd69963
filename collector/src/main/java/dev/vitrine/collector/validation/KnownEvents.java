package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;
import java.util.ArrayList;
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
 * longest. A stranger who sends ever new events pushes out those of strangers, and few others; at worst, everything is as slow
 * as it would be without this.
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

    /** The same bytes, read by the same rule. */
    private record Form(long high, long low, PayloadRule rule) {}

    private volatile KnownEventsTable table = new KnownEventsTable(List.of());
    /** Guarded by this. */
    private final Map<Form, KnownEvent> newcomers = new LinkedHashMap<>();
    /** How often something was accepted that is not in the table. Guarded by this. */
    private int notes;

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
     * @return its tag, which no other event has; 0 for none
     */
    int note(byte[] body, int from, int to, ExperimentRules experiment, boolean identified, EventKey key) {
        // Written in another way, it would not be found.
        if (!Fingerprints.isOfLength(to - from) || EventSpans.likelyEnd(body, from) != to) {
            return 0;
        }
        long[] fingerprint = new long[2];
        Fingerprints.write(body, from, to, fingerprint, 0);
        return note(new KnownEvent(
                fingerprint[0], fingerprint[1], to - from, experiment, experiment.rule(identified), key, nextTag()));
    }

    private synchronized int note(KnownEvent event) {
        KnownEvent known = table.find(event);
        if (known != null) {
            return known.tag();
        }
        known = newcomers.putIfAbsent(new Form(event.high(), event.low(), event.rule()), event);
        notes++;
        if (notes >= Math.max(FEWEST_NOTES, table.size() / NOTED_SHARE)) {
            table = nextTable();
            newcomers.clear();
            notes = 0;
        }
        return known == null ? event.tag() : known.tag();
    }

    /** Of those that were asked for, those that have come, and then the others, as many as there is room for. */
    private KnownEventsTable nextTable() {
        List<KnownEvent> events = new ArrayList<>(table.events(true));
        events.addAll(newcomers.values());
        events.addAll(table.events(false));
        return new KnownEventsTable(events.subList(0, Math.min(MOST, events.size())));
    }

    /** None comes twice: when all were given, there are no more. */
    private static int nextTag() {
        long tag = TAGS.incrementAndGet();
        return tag > LAST_TAG ? 0 : (int) tag;
    }
}
