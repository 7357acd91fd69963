package dev.vitrine.benchmarks.posthog;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** PostHog's SDK for servers. */
public final class PostHogProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public PostHogProvider() {
        super(
                "PostHog",
                "defaults (queue 1,000, a batch at 20 events, at most 50), without the feature flags that the SDK fetches at the start; JSON, gzipped; off: optOut()",
                "\"attempts\":",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }

    @Override
    public int mostOnTheirWay() {
        return 800;
    }

    @Override
    public Peer openOff(Place place) {
        EditEvents events = new EditEvents(place.endpoint());
        events.optOut();
        return peer(events);
    }
}
