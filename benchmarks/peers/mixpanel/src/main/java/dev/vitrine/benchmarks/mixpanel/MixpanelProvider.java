package dev.vitrine.benchmarks.mixpanel;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** Mixpanel's Java library. */
public final class MixpanelProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public MixpanelProvider() {
        super(
                "Mixpanel",
                "defaults; it has no queue of its own, so its messages go, as its documentation shows, through a queue to a thread that delivers 50 at a time; JSON in a form",
                "attempts",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }
}
