package dev.vitrine.collector.store;

import java.util.UUID;

/**
 * A batch as the writing thread takes it. That thread does everything one after the other, and fetches from afar what others
 * have made; so what can be told beforehand is, by the thread that hands the batch over.
 */
final class Arrival {
    private static final int[] NONE = {};

    private final UUID id;
    private final Source source;
    private final CountedEvents events;
    private final int[] reporters;

    private Arrival(UUID id, Source source, CountedEvents events, int[] reporters) {
        this.id = id;
        this.source = source;
        this.events = events;
        this.reporters = reporters;
    }

    /** The same as a batch. */
    static Arrival of(NewBatch batch) {
        return new Arrival(
                TrackingIds.ofBatch(batch.id()),
                Source.of(batch),
                batch.events(),
                batch.trackingId() == null ? Attribution.of(batch) : NONE);
    }

    /** The batch's id. */
    UUID id() {
        return id;
    }

    /** Where the events come from. */
    Source source() {
        return source;
    }

    /** The events, equal ones together. */
    CountedEvents events() {
        return events;
    }

    /** At which events the batch counts as a reporter: their places. None where that is told by a tracking id. */
    int[] reporters() {
        return reporters;
    }
}
