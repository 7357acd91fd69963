package dev.vitrine.collector.validation;

import dev.vitrine.collector.catalogs.ReleasedCatalog;
import dev.vitrine.collector.catalogs.ReleasedCatalogs;
import dev.vitrine.collector.store.NewBatch;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Holds batches against the catalogs they name. Strict: UTF-8, JSON to the letter, no member twice, none that is not
 * listed. Members may come in any order.
 *
 * <p>Safe for use by several threads.
 */
public final class BatchReader {
    /** How many objects and arrays may be inside each other, unless a catalog's own payloads need more. */
    static final int DEPTH = 6;

    /** The batch, its events, and one event, which are around every payload. */
    private static final int DEPTH_AROUND_PAYLOADS = 3;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 1_024;

    private final String application;
    private final InstantSource clock;
    private final JsonFactory factory;
    private final KnownEnvelopes envelopes = new KnownEnvelopes();
    private final KnownEvents known = new KnownEvents();
    private final Map<String, CatalogRules> rules = new HashMap<>();
    private final ThreadLocal<EventSpans> spans = ThreadLocal.withInitial(EventSpans::new);

    /** Compiles the catalogs; {@code clock} says which day it is. */
    public BatchReader(ReleasedCatalogs catalogs, InstantSource clock) {
        this.application = catalogs.application();
        this.clock = clock;
        int depth = DEPTH;
        for (ReleasedCatalog catalog : catalogs.all()) {
            CatalogRules compiled = new CatalogRules(catalog);
            rules.put(catalog.digest(), compiled);
            depth = Math.max(depth, DEPTH_AROUND_PAYLOADS + compiled.payloadDepth());
        }
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNameLength(LONGEST_TEXT)
                        .build())
                .build();
    }

    /** Holds a body against the catalogs. Nothing of it is kept or logged. */
    public Verdict read(byte[] body) {
        Verdict quick = readQuickly(body);
        return quick == null ? readThoroughly(body) : quick;
    }

    /**
     * Holds a body against the catalogs of which the events are the last member, written as our clients write them, and most
     * were accepted before: they are found by their bytes, and only the others are parsed.
     *
     * @return null for every other body, and when anything at all is refused
     */
    @Nullable
    Verdict readQuickly(byte[] body) {
        int array = KnownEnvelopes.array(body);
        Envelope known = array < 0 ? null : envelopes.find(body, array);
        try {
            return known == null ? readWithEnvelope(body) : readEvents(body, array, known);
        } catch (JacksonException | RefusedException notSo) {
            return null;
        }
    }

    private @Nullable Verdict readWithEnvelope(byte[] body) throws RefusedException {
        JsonSlices slices = new JsonSlices(factory, body);
        try (JsonParser json = slices.parser()) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            EnvelopeReader entries = new EnvelopeReader();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (!name.equals("events")) {
                    entries.read(name, json);
                } else if (value == JsonToken.START_ARRAY && entries.isWhole()) {
                    int array = slices.begin(json);
                    // Nothing is known of places in another encoding, or behind a mark that says which it is.
                    if (array < 0 || body[0] != '{' || !Utf8.isText(body, 0, array)) {
                        return null;
                    }
                    Envelope envelope = envelope(entries);
                    Verdict verdict = readEvents(body, array, envelope);
                    if (verdict != null) {
                        envelopes.remember(body, array, envelope);
                    }
                    return verdict;
                } else {
                    return null;
                }
            }
            return null;
        }
    }

    /** Accepts every event of the array that begins in a place of a body, and with which it ends; else null. */
    private @Nullable Verdict readEvents(byte[] body, int array, Envelope envelope) throws RefusedException {
        EventSpans spans = this.spans.get();
        if (!spans.find(body, array) || spans.arrayEnd() != body.length - 2 || body[body.length - 1] != '}') {
            return null;
        }
        EventsReader events = events(envelope);
        return events.acceptAll(body, spans, factory) ? verdict(envelope, events) : null;
    }

    /** Holds any body against the catalogs. */
    Verdict readThoroughly(byte[] body) {
        if (!Utf8.isText(body)) {
            return Verdict.refused(RefusalReason.MALFORMED);
        }
        JsonSlices slices = new JsonSlices(factory, body);
        try (JsonParser json = slices.parser()) {
            Verdict verdict = read(json, slices);
            // What follows the batch is no JSON.
            return json.nextToken() == null ? verdict : Verdict.refused(RefusalReason.MALFORMED);
        } catch (JacksonException malformed) {
            return Verdict.refused(RefusalReason.MALFORMED);
        } catch (RefusedException refused) {
            return Verdict.refused(refused.reason());
        }
    }

    private Verdict read(JsonParser json, JsonSlices slices) throws RefusedException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw RefusedException.of(RefusalReason.MALFORMED);
        }
        EnvelopeReader entries = new EnvelopeReader();
        EventsReader events = null;
        JsonSlices part = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            if (!name.equals("events")) {
                // An entry that comes after the events could change what they are held against: they are read again.
                events = null;
                entries.read(name, json);
            } else if (part != null) {
                throw RefusedException.of(RefusalReason.ENVELOPE);
            } else {
                part = slices.at(json);
                if (entries.isWhole()) {
                    events = events(envelope(entries));
                    events.readAll(json, slices);
                } else {
                    json.skipChildren();
                }
            }
        }
        if (part == null) {
            throw RefusedException.of(RefusalReason.ENVELOPE);
        }
        Envelope envelope = envelope(entries);
        if (events == null) {
            events = events(envelope);
            try (JsonParser again = part.parser()) {
                again.nextToken();
                events.readAll(again, part);
            }
        }
        return verdict(envelope, events);
    }

    private EventsReader events(Envelope envelope) {
        long today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        return new EventsReader(envelope.rules(), envelope.isIdentified(), known, today);
    }

    private Envelope envelope(EnvelopeReader entries) throws RefusedException {
        if (!entries.application().equals(application)) {
            throw RefusedException.of(RefusalReason.APPLICATION);
        }
        CatalogRules named = rules.get(entries.catalog());
        if (named == null) {
            throw RefusedException.of(RefusalReason.CATALOG);
        }
        UUID trackingId = entries.trackingId();
        if (trackingId != null && !named.offersIdentified()) {
            throw RefusedException.of(RefusalReason.NOT_OFFERED);
        }
        return new Envelope(entries.batch(), trackingId, named, entries.release());
    }

    private static Verdict verdict(Envelope envelope, EventsReader events) {
        NewBatch batch = new NewBatch(
                envelope.batch(),
                envelope.trackingId(),
                envelope.release(),
                envelope.rules().retentionDays(),
                events.accepted());
        return new Verdict(events.count() == 0 ? null : batch, events.count(), events.refused(), true);
    }
}
