package dev.vitrine.benchmarks.collector;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Batches of the flagship's experiments, the same for the same seed: a few models and providers make most of the events, as
 * they do in life, and one batch in ten bears a tracking id.
 */
final class Bodies {
    /** Where the id of the batch stands, which is made new for each request. */
    static final int ID_OFFSET = "{\"batch\":\"".length();

    private static final int INSTALLATIONS = 2_000;
    private static final String[] VERSIONS = {"0.59.2", "0.60.0", "0.61.0", "0.62.0"};
    private static final String[] SYSTEMS = {"linux", "linux", "macos", "windows"};
    private static final String[] PROCESSORS = {"x86_64", "x86_64", "aarch64"};
    private static final String[] BUCKETS = {"<1000", "1000-4000", "4000-16000", "16000-64000", "64000-128000"};
    private static final String[] OUTCOMES = {"applied", "applied", "applied", "no_match", "io_error"};
    private static final String[] ERRORS = {"timed_out", "rate_limited", "server_error", "connection_lost"};
    private static final String[] STAGES = {"opening", "before_first_event", "inside_event", "between_events"};
    private static final String[] REASONS = {"upgrade_rejected", "timed_out", "closed_early"};

    private final Random random = new Random(20261121);
    private final String catalogDigest;
    private final String day = LocalDate.now(ZoneOffset.UTC).toString();

    Bodies(String catalogDigest) {
        this.catalogDigest = catalogDigest;
    }

    /** So many different batches of so many events. */
    List<byte[]> batches(int batches, int events) {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            bodies.add(batch(events));
        }
        return bodies;
    }

    private byte[] batch(int events) {
        StringBuilder body = new StringBuilder("{\"batch\":\"" + "0".repeat(32) + "\",\"app\":\"pi\",\"version\":\""
                + one(VERSIONS) + "\",\"os\":\"" + one(SYSTEMS) + "\",\"arch\":\"" + one(PROCESSORS)
                + "\",\"catalog\":\"" + catalogDigest + '"');
        if (random.nextInt(10) == 0) {
            body.append(",\"trackingId\":\"")
                    .append(new UUID(0x4000L, 0x8000000000000000L + random.nextInt(INSTALLATIONS)))
                    .append('"');
        }
        body.append(",\"events\":[");
        for (int i = 0; i < events; i++) {
            body.append(i == 0 ? "" : ",").append(event());
        }
        return body.append("]}").toString().getBytes(US_ASCII);
    }

    private String event() {
        return switch (random.nextInt(5)) {
            case 0 -> event("context-length", "\"model\":\"" + model() + "\",\"bucket\":\"" + one(BUCKETS) + '"');
            case 1 ->
                event(
                        "edit-tool-outcome",
                        "\"model\":\"" + model() + "\",\"outcome\":\"" + one(OUTCOMES) + "\",\"attempts\":"
                                + (1 + skewed(20)));
            case 2 -> event("network-error", providers() + ",\"kind\":\"" + one(ERRORS) + '"');
            case 3 -> event("sse-stream-failure", providers() + ",\"stage\":\"" + one(STAGES) + '"');
            default ->
                event("websocket-downgrade", "\"provider\":\"" + provider() + "\",\"reason\":\"" + one(REASONS) + '"');
        };
    }

    private String event(String name, String payload) {
        return "{\"event\":\"" + name + "\",\"day\":\"" + day + "\",\"payload\":{" + payload + "}}";
    }

    private String providers() {
        return "\"model\":\"" + model() + "\",\"provider\":\"" + provider() + '"';
    }

    private String model() {
        return "model-" + skewed(200);
    }

    private String provider() {
        return "provider-" + skewed(25);
    }

    /** From 0 to below {@code bound}; small numbers more often. */
    private int skewed(int bound) {
        double draw = random.nextDouble();
        return (int) (bound * draw * draw * draw);
    }

    private String one(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
