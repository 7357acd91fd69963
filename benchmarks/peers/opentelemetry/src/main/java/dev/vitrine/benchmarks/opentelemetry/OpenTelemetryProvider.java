package dev.vitrine.benchmarks.opentelemetry;

import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's logs, with the batch processor and the JDK's HTTP client. */
public final class OpenTelemetryProvider implements PeerProvider {
    private static final int DEFAULT_BATCH = 512;

    @Override
    public String settings() {
        return "defaults (queue 2,048, batch 512, every second); protobuf over HTTP, not compressed; off: the API's no-op";
    }

    @Override
    public String eventMark() {
        return "attempts";
    }

    @Override
    public int mostOnTheirWay() {
        return 1_800;
    }

    @Override
    public Peer open(Place place) {
        SdkLoggerProvider loggers = EditEvents.loggers(place.endpoint(), DEFAULT_BATCH);
        return new Recording(loggers, loggers);
    }

    @Override
    public Peer openForBatchesOf100(Place place) {
        SdkLoggerProvider loggers = EditEvents.loggers(place.endpoint(), 100);
        return new Recording(loggers, loggers);
    }

    @Override
    public Peer openOff(Place place) {
        return new Recording(LoggerProvider.noop(), null);
    }

    private static final class Recording implements Peer {
        private final EditEvents events;
        private final @Nullable SdkLoggerProvider sdk;

        Recording(LoggerProvider loggers, @Nullable SdkLoggerProvider sdk) {
            this.events = new EditEvents(loggers);
            this.sdk = sdk;
        }

        @Override
        public void record(String model, Outcome outcome, int attempts) {
            events.record(model, outcome.wireName(), attempts);
        }

        @Override
        public void flush() {
            if (sdk != null) {
                sdk.forceFlush();
            }
        }

        @Override
        public void close() {
            if (sdk != null) {
                sdk.close();
            }
        }
    }
}
