package dev.vitrine.benchmarks.amplitude;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** Amplitude's Java SDK. */
public final class AmplitudeProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public AmplitudeProvider() {
        super(
                "Amplitude",
                "defaults (a batch at 10 events or every 10 s); JSON; at the end flushEvents() and shutdown()",
                "\"attempts\":",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }
}
