package dev.vitrine.collector.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where events come from, and for how long they stay: all that is kept beside the events themselves.
 *
 * @param trackingId the tracking id; null for anonymous events
 * @param release the release
 * @param retentionDays for how many days after their own day they may be kept
 */
record Source(@Nullable UUID trackingId, Release release, int retentionDays) {
    static Source of(NewBatch batch) {
        return new Source(batch.trackingId(), batch.release(), batch.retentionDays());
    }

    void writeTo(JournalOutput out) {
        out.text(release.version()).text(release.os()).text(release.arch()).number(retentionDays);
        out.number(trackingId == null ? 0 : 1);
        if (trackingId != null) {
            out.id(trackingId);
        }
    }

    /** Reads what {@link #writeTo} has written. */
    static Source readFrom(JournalInput in) {
        Release release = new Release(in.text(), in.text(), in.text());
        int retentionDays = in.index();
        return new Source(in.number() == 0 ? null : in.id(), release, retentionDays);
    }
}
