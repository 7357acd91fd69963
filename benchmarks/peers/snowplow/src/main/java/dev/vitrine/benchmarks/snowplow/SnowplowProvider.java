package dev.vitrine.benchmarks.snowplow;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.SdkProvider;

/** Snowplow's Java tracker. */
public final class SnowplowProvider extends SdkProvider<EditEvents> {
    /** For the service loader. */
    public SnowplowProvider() {
        super(
                "Snowplow",
                "defaults (a batch at 50 events, buffer 10,000, 50 threads), with OkHttp, as its documentation adds it; JSON",
                "\"e\":\"ue\"",
                EditEvents::new,
                EditEvents::new);
    }

    @Override
    protected Peer peer(EditEvents events) {
        return new Methods(events::record, events::flush, events::close);
    }
}
