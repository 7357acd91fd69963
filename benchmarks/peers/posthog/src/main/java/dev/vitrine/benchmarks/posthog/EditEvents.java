package dev.vitrine.benchmarks.posthog;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.net.URI;

/** The event, as PostHog's documentation shows events. */
final class EditEvents implements AutoCloseable {
    private static final String USER = "0f6a7c1e-3a52-4f6e-9d0b-5a3c7e1f2b4d";

    private final PostHogInterface posthog;

    EditEvents(URI endpoint) {
        this.posthog = PostHog.with(configuration(endpoint).build());
    }

    EditEvents(URI endpoint, int batch) {
        this.posthog = PostHog.with(
                configuration(endpoint).flushAt(batch).maxBatchSize(batch).build());
    }

    @SuppressWarnings("deprecation") // remoteConfig: without it the SDK makes requests of its own at the start
    private static PostHogConfig.Builder configuration(URI endpoint) {
        return new PostHogConfig.Builder("phc_example")
                .host(endpoint.toString())
                .sendFeatureFlagEvent(false)
                .preloadFeatureFlags(false)
                .remoteConfig(false);
    }

    void record(String model, String outcome, int attempts) {
        posthog.capture(
                USER,
                "edit-tool-outcome",
                PostHogCaptureOptions.builder()
                        .property("model", model)
                        .property("outcome", outcome)
                        .property("attempts", attempts)
                        .build());
    }

    void optOut() {
        ((PostHog) posthog).optOut();
    }

    void flush() {
        posthog.flush();
    }

    @Override
    public void close() {
        posthog.flush();
        posthog.close();
    }
}
