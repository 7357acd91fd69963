package dev.vitrine.benchmarks.snowplow;

import com.snowplowanalytics.snowplow.tracker.Snowplow;
import com.snowplowanalytics.snowplow.tracker.Tracker;
import com.snowplowanalytics.snowplow.tracker.configuration.EmitterConfiguration;
import com.snowplowanalytics.snowplow.tracker.configuration.NetworkConfiguration;
import com.snowplowanalytics.snowplow.tracker.configuration.TrackerConfiguration;
import com.snowplowanalytics.snowplow.tracker.events.SelfDescribing;
import com.snowplowanalytics.snowplow.tracker.payload.SelfDescribingJson;
import java.net.URI;
import java.util.Map;

/** The event, as Snowplow's documentation shows events of one's own. */
final class EditEvents implements AutoCloseable {
    private static final String SCHEMA = "iglu:example.pi/edit_tool_outcome/jsonschema/1-0-0";

    private final Tracker tracker;

    EditEvents(URI endpoint) {
        this(endpoint, 50);
    }

    EditEvents(URI endpoint, int batch) {
        this.tracker = Snowplow.createTracker(
                new TrackerConfiguration("namespace", "pi"),
                new NetworkConfiguration(endpoint.toString()),
                new EmitterConfiguration().batchSize(batch));
    }

    void record(String model, String outcome, int attempts) {
        tracker.track(SelfDescribing.builder()
                .eventData(new SelfDescribingJson(
                        SCHEMA, Map.of("model", model, "outcome", outcome, "attempts", attempts)))
                .build());
    }

    void flush() {
        tracker.getEmitter().flushBuffer();
    }

    @Override
    public void close() {
        tracker.close();
    }
}
