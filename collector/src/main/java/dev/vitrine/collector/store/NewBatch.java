package dev.vitrine.collector.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch that is to be kept: what is left of it when it was held against the catalog.
 *
 * @param id the batch's random id, 32 hexadecimal digits
 * @param trackingId the tracking id; null in an anonymous batch
 * @param release where it comes from
 * @param retentionDays for how many days after their own day the events may be kept, as the catalog says under which they were made
 * @param events the events, equal ones together
 */
public record NewBatch(String id, @Nullable UUID trackingId, Release release, int retentionDays, CountedEvents events) {
    /** The same, of any list of different events. */
    public NewBatch(String id, @Nullable UUID trackingId, Release release, int retentionDays, List<EventCount> events) {
        this(id, trackingId, release, retentionDays, CountedEvents.of(events));
    }
}
