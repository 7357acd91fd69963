package dev.vitrine.protocols;

import static org.awaitility.Awaitility.await;

import dev.vitrine.Analytics;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.testing.TestInstallation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An installed application that speaks one protocol, with its own settings and state, and a receiver on loopback. */
final class Installation {
    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(30);

    private final Path home;
    private final Spoken spoken;
    private final Receiver receiver;

    Installation(Path home, Spoken spoken, Receiver receiver) {
        this.home = home;
        this.spoken = spoken;
        this.receiver = receiver;
    }

    Path settingsFile() {
        return home.resolve("settings.json");
    }

    Path state() {
        return home.resolve("state");
    }

    Path logFile() {
        return home.resolve("log.jsonl");
    }

    /** Runs the application under the stored consent, and waits until nothing more is written to its state. */
    void use(Consumer<Analytics> work) {
        try (Analytics analytics = open()) {
            work.accept(analytics);
        }
        TestInstallation.awaitRest(state());
    }

    private Analytics open() {
        return spoken.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(settingsFile())
                .stateDirectory(state())
                .logFile(logFile())
                .environment(Map.of())
                .loopbackEndpoint(receiver.address("/intake"))
                .build());
    }

    /** Runs the application under a consent, and waits until so many events have arrived; answers the bodies. */
    List<String> run(ConsentMode consent, int events, Consumer<Analytics> work) {
        int before = arrived();
        use(analytics -> {
            if (!analytics.consent().grant(consent).stored()) {
                throw new AssertionError("consent could not be stored");
            }
            work.accept(analytics);
            await().atMost(DELIVERED_WITHIN).until(() -> arrived() == before + events);
        });
        return receiver.accepted();
    }

    private int arrived() {
        return receiver.accepted().stream()
                .mapToInt(body -> Body.payloads(spoken, body).size())
                .sum();
    }
}
