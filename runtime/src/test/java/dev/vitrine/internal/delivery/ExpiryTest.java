package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.Recorder;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Surroundings;
import dev.vitrine.internal.platform.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that runs past the last day of an experiment: a recorder looks at no clock, and nothing goes out all the same. */
class ExpiryTest {
    private static final long TODAY = LocalDate.now(java.time.ZoneOffset.UTC).toEpochDay();

    @TempDir
    Path home;

    /** As the gate sees it; what encodes goes by the clock. */
    private final AtomicLong today = new AtomicLong(TODAY - 1);

    private record Seen() {}

    private static final class SeenType extends ExperimentType<Seen> {
        SeenType(long expires) {
            super("seen", "seen", "Was it seen?", expires);
        }

        @Override
        protected void write(Seen event, PayloadWriter out) {}
    }

    /** The recorders of an application whose catalog says that the experiment ended yesterday. */
    private Recorders recorders(ExperimentType<?> type) throws Exception {
        String outline = "seen " + LocalDate.ofEpochDay(TODAY - 1) + '\n'
                + String.join(
                        "", type.atoms().stream().map(atom -> " " + atom + '\n').toList());
        ApplicationType application = ApplicationType.named("pi")
                .controller("Example Inc.", "privacy@pi.example", "https://pi.example/privacy")
                .recipient("pi.example", "https://pi.example/api", "EU", 90, RecipientProtocol.VITRINE)
                .mode(ConsentMode.ANONYMOUS)
                .outline(() -> new String[] {outline})
                .experiments(() -> List.of(type))
                .build();
        Path settings = Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .environment(Map.of())
                .loopbackEndpoint(Bench.NOWHERE)
                .build();
        Surroundings surroundings =
                new Surroundings(new Places(settings, home.resolve("state"), null), () -> false, today::get);
        return new Recorders(application, options, new Gate(application, options, surroundings));
    }

    private void assertThatNothingGoesOutAfterTheLastDay(SeenType type) throws Exception {
        Recorders recorders = recorders(type);
        Recorder<Seen> recorder = recorders.of(type);
        assertThat(recorder.isRecording()).as("yesterday").isTrue();
        today.incrementAndGet();
        recorder.record(new Seen());
        await().until(() -> !recorder.isRecording());
        recorder.record(new Seen());
        recorders.close();
        Bench bench = new Bench(home.resolve("state"));
        await().until(() -> bench.totals().allLost() == 1);
        assertThat(bench.totals().recorded()).as("the first one alone").isEqualTo(1);
        assertThat(bench.totals().lost()).containsExactly(Map.entry(LossReason.EXPIRED, 1L));
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void past_its_last_day_an_event_is_dropped_and_its_recorder_shut() throws Exception {
        assertThatNothingGoesOutAfterTheLastDay(new SeenType(TODAY - 1));
    }

    @Test
    void the_catalogs_last_day_holds_for_an_emitter_of_a_library_that_says_a_later_one() throws Exception {
        assertThatNothingGoesOutAfterTheLastDay(new SeenType(TODAY + 1_000));
    }
}
