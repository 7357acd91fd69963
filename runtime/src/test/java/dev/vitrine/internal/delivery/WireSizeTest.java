package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many bytes events take on the wire: counted, not timed, so that no change makes them more unnoticed. */
class WireSizeTest {
    private static final int EVENTS = 100;
    /** The event with its payload is 106 to 109 bytes here; the envelope is shared by all in a batch. */
    private static final int MOST_BYTES_FOR_AN_EVENT = 113;

    private static final int MOST_BYTES_FOR_AN_ENVELOPE = 256;

    @TempDir
    Path home;

    private Recipient recipient;

    @BeforeEach
    void begin() {
        recipient = new Recipient();
    }

    @AfterEach
    void end() {
        recipient.close();
    }

    @Test
    void an_event_takes_at_most_113_bytes_and_its_share_of_the_envelope() throws IOException {
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(recipient.endpoint())
                .build();
        try (PiAnalytics analytics = PiAnalytics.open(options)) {
            for (int i = 0; i < EVENTS; i++) {
                analytics.emit(new EditToolOutcome("gpt-5", Outcome.APPLIED, 1 + i % 20));
            }
            await().until(() -> Ledger.read(home.resolve("state")).delivered() == EVENTS);
        }
        List<String> bodies = recipient.accepted();
        int bytes = bodies.stream()
                .mapToInt(body -> body.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes)
                .isLessThanOrEqualTo(EVENTS * MOST_BYTES_FOR_AN_EVENT + bodies.size() * MOST_BYTES_FOR_AN_ENVELOPE);
    }
}
