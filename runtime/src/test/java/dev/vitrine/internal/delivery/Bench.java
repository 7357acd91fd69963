package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.TestPermits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One installation under test: a state directory, a consent that the test decides on, and deliveries that share them. */
final class Bench {
    /** Nobody listens there: the discard port. */
    static final URI NOWHERE = URI.create("http://127.0.0.1:9/closed");

    final Path state;
    volatile BatchPermit permit = TestPermits.anonymous();
    volatile URI endpoint = NOWHERE;
    volatile Path logFile;

    Bench(Path state) {
        this.state = state;
    }

    Bench sendingTo(URI endpoint) {
        this.endpoint = endpoint;
        return this;
    }

    /** A run, as a process would begin it. */
    Delivery open() {
        return new Delivery(parts());
    }

    DeliveryParts parts() {
        return parts(() -> permit);
    }

    /** With a gate of the test's own. */
    DeliveryParts parts(Supplier<BatchPermit> permits) {
        AnalyticsOptions.Builder options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .stateDirectory(state)
                .environment(Map.of())
                .loopbackEndpoint(endpoint);
        if (logFile != null) {
            options.logFile(logFile);
        }
        return new DeliveryParts(PiAnalytics.type(), options.build(), permits, state);
    }

    static void emit(Delivery delivery, int count) {
        for (int i = 0; i < count; i++) {
            delivery.offer(EditToolOutcomeEmitter.type(), new EditToolOutcome("gpt-5", Outcome.APPLIED, 1 + i % 20));
        }
    }

    /** A batch with this body, by nobody. */
    static Batch batch(String id, long created, int events, byte[] body) {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        line[body.length] = '\n';
        return new Batch(id, created, events, Identity.ANONYMOUS, line, body.length);
    }

    /** The names in the spool that are ours. */
    List<BatchName> spooled() {
        return names(state.resolve(Spool.DIRECTORY)).stream()
                .map(BatchName::parse)
                .filter(name -> name != null)
                .toList();
    }

    int spooledEvents() {
        return spooled().stream().mapToInt(BatchName::events).sum();
    }

    Totals totals() {
        return Ledger.read(state);
    }

    static List<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
