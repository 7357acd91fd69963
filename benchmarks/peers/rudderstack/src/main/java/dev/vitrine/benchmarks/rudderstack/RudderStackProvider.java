package dev.vitrine.benchmarks.rudderstack;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** RudderStack's Java SDK. */
public final class RudderStackProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public RudderStackProvider() {
        super(
                "RudderStack",
                "defaults (a batch at 250 events or every 10 s); JSON, gzipped; at the end flush() and shutdown()",
                "\"attempts\":",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }
}
