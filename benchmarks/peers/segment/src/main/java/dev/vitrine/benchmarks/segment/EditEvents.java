package dev.vitrine.benchmarks.segment;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import java.net.URI;
import java.util.Map;

/** The event, as Segment's documentation shows events. */
final class EditEvents implements AutoCloseable {
    private static final String USER = "0f6a7c1e-3a52-4f6e-9d0b-5a3c7e1f2b4d";

    private final Analytics analytics;

    EditEvents(URI endpoint) {
        this.analytics =
                Analytics.builder("write-key").endpoint(endpoint.toString()).build();
    }

    EditEvents(URI endpoint, int batch) {
        this.analytics = Analytics.builder("write-key")
                .endpoint(endpoint.toString())
                .flushQueueSize(batch)
                .build();
    }

    void record(String model, String outcome, int attempts) {
        analytics.enqueue(TrackMessage.builder("edit-tool-outcome")
                .userId(USER)
                .properties(Map.of("model", model, "outcome", outcome, "attempts", attempts)));
    }

    void flush() {
        analytics.flush();
    }

    @Override
    public void close() {
        analytics.flush();
        analytics.shutdown();
    }
}
