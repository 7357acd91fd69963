package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.binding.BooleanField;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.Recorder;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.fixture.ShellStartedEmitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, as an application takes it: generated facade, real gate, real settings, real server. */
class ApplicationTest {
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

    private PiAnalytics open() {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(recipient.endpoint())
                .build());
    }

    @Test
    void with_consent_an_event_arrives_and_the_log_shows_the_same_bytes() {
        try (PiAnalytics analytics = open()) {
            assertThat(analytics.consent().grant(ConsentMode.IDENTIFIED).stored())
                    .isTrue();
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            await().until(() -> recipient.accepted().size() == 1);
        }
        try (PiAnalytics analytics = open()) {
            assertThat(analytics.privacy().log().text())
                    .contains(recipient.accepted().get(0));
        }
    }

    /** Else whoever makes an emitter for each event, as one may, would have a list grow by one each time. */
    @Test
    void an_experiment_has_one_recorder_however_often_an_emitter_is_made_and_it_shuts_with_the_analytics() {
        PiAnalytics analytics = open();
        Recorder<EditToolOutcome> first = analytics.recorder(EditToolOutcomeEmitter.type());
        for (int i = 0; i < 100; i++) {
            assertThat(analytics.recorder(EditToolOutcomeEmitter.type())).isSameAs(first);
        }
        analytics.consent().grant(ConsentMode.ANONYMOUS);
        assertThat(first.isRecording()).isTrue();
        analytics.close();
        assertThat(first.isRecording()).isFalse();
        assertThat(analytics.recorder(ShellStartedEmitter.type()).isRecording()).isFalse();
    }

    @Test
    void without_consent_nothing_arrives_and_no_file_is_written() {
        try (PiAnalytics analytics = open()) {
            for (int i = 0; i < 1_000; i++) {
                analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            }
        }
        assertThat(recipient.received()).isEmpty();
        assertThat(Bench.names(home)).isEmpty();
    }

    @Test
    void off_in_a_run_that_recorded_nothing_empties_the_spool_of_the_runs_before() {
        recipient.answering(500);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
        }
        assertThat(Bench.names(home.resolve("state/spool"))).hasSize(1);
        try (PiAnalytics analytics = open()) {
            analytics.consent().withdraw();
        }
        assertThat(Bench.names(home.resolve("state/spool"))).isEmpty();
        assertThat(DeliveryState.read(home.resolve("state")).totals().lost()).containsEntry(LossReason.WITHDRAWN, 1L);
    }

    @Test
    void a_withdrawal_by_hand_reaches_a_live_sender_within_a_second_and_empties_its_spool() throws Exception {
        recipient.answering(503);
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            await().until(() -> !Bench.names(home.resolve("state/spool")).isEmpty()
                    && !recipient.received().isEmpty());
            Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> Bench.names(home.resolve("state/spool")).isEmpty());
        }
    }

    private record Unlisted(boolean secret) {}

    /** Failure 20: documents missed events that exist. What the catalog does not list is not recorded. */
    @Test
    void an_experiment_that_is_not_in_the_catalog_is_not_recorded() {
        ExperimentType<Unlisted> unlisted = new ExperimentType<>("unlisted", "unlisted", "?", 100_000) {
            private final BooleanField field = payload.bool("secret");

            @Override
            protected void write(Unlisted event, PayloadWriter out) {
                out.write(field, event.secret());
            }
        };
        try (PiAnalytics analytics = open()) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            Recorder<Unlisted> recorder = analytics.recorder(unlisted);
            recorder.record(new Unlisted(true));
            assertThat(recorder.isRecording()).isFalse();
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            await().until(() -> recipient.accepted().size() == 1);
        }
        assertThat(recipient.accepted().get(0)).doesNotContain("secret", "unlisted");
    }
}
