package dev.vitrine.benchmarks.segment;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** Segment's analytics-java. */
public final class SegmentProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public SegmentProvider() {
        super(
                "Segment",
                "defaults (a batch at 250 events or every 10 s); JSON; at the end flush() and shutdown()",
                "\"attempts\":",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }
}
