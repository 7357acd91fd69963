package dev.vitrine.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Failure 3, with real processes: what one of them stores, the others obey. */
class ManyProcessesTest {
    private static final boolean TORTURE = Boolean.getBoolean("vitrine.torture");
    private static final int PROCESSES = TORTURE ? 8 : 4;
    private static final long FLIPPING_MILLISECONDS = TORTURE ? 20_000 : 4_000;
    private static final long SEED = 20261121;
    /** Within this time, a withdrawal reaches a live sender. */
    private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

    private static final String SETTINGS = "{\n  // mine\n  \"theme\": \"dark\" /* not light */\n}\n";

    @TempDir
    private Path home;

    private final LoopbackRecipient recipient = new LoopbackRecipient();

    @AfterEach
    void stop() {
        recipient.close();
    }

    @Test
    void failure3AWithdrawalInAnotherProcessStopsALiveSenderWithinASecondAndEmptiesQueueAndSpool() throws Exception {
        recipient.answer(503);
        try (PiAnalytics here = open();
                RunningProgram sender = new RunningProgram(home, recipient.uri())) {
            assertThat(sender.hear()).isEqualTo("open false");
            assertThat(sender.ask("grant IDENTIFIED")).isEqualTo("true");
            sender.ask("emit 50");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !recipient.bodies().isEmpty());

            assertThat(here.consent().withdraw().stored()).isTrue();

            await().atMost(Duration.ofSeconds(1)).until(() -> spooled().isEmpty());
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> sender.ask("state").equals("OFF false"));
            recipient.answer(204);
            int before = recipient.bodies().size();
            sender.ask("emit 50");
            assertThat(sender.end()).isZero();
            assertThat(spooled()).isEmpty();
            assertThat(recipient.bodies()).hasSize(before);
        }
    }

    @Test
    void aYesInAnotherProcessHoldsAtTheNextStart() throws Exception {
        try (PiAnalytics here = open();
                RunningProgram running = new RunningProgram(home, recipient.uri())) {
            assertThat(running.hear()).isEqualTo("open false");
            assertThat(here.consent().grant(ConsentMode.ANONYMOUS).stored()).isTrue();

            assertThat(running.ask("state")).isEqualTo("ANONYMOUS false");

            try (RunningProgram next = new RunningProgram(home, recipient.uri())) {
                assertThat(next.hear()).isEqualTo("open true");
            }
        }
    }

    @Test
    void failure3ProcessesThatFlipAtRandomLeaveAValidFileAndNeverSendWhileTheLastDecisionIsOff() throws Exception {
        Files.writeString(home.resolve("settings.json"), SETTINGS);
        List<RunningProgram> programs = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                programs.add(new RunningProgram(home, recipient.uri()));
            }
            // None begins before all have opened: a slow one would rightly open with what a fast one has granted.
            for (RunningProgram program : programs) {
                assertThat(program.hear()).isEqualTo("open false");
            }
            for (int i = 0; i < PROCESSES; i++) {
                programs.get(i).tell("flip " + (SEED + i) + ' ' + FLIPPING_MILLISECONDS);
            }
            for (RunningProgram program : programs) {
                for (String line = program.hear(); !line.equals("flipped"); line = program.hear()) {
                    assertThatSettingsAreValid();
                    changes.add(Change.parse(line));
                }
            }
            long before = System.nanoTime();
            assertThat(programs.get(0).ask("off")).isEqualTo("true");
            changes.add(new Change(before, System.nanoTime(), true));
            for (RunningProgram program : programs) {
                program.ask("emit 20");
            }
            for (RunningProgram program : programs) {
                assertThat(program.end()).isZero();
            }
        } finally {
            programs.forEach(RunningProgram::close);
        }
        assertThat(changes).hasSizeGreaterThan(PROCESSES * 2);
        assertThat(recipient.times()).as("something was sent while it was on").isNotEmpty();
        for (long received : recipient.times()) {
            assertThat(changes)
                    .as("received at " + received + ", when the last decision was off for a second")
                    .anyMatch(change ->
                            !change.off() && change.before() < received && !isOver(change, changes, received));
        }
        assertThatSettingsAreValid();
        assertThat(Files.readString(home.resolve("settings.json")))
                .startsWith(SETTINGS.substring(0, SETTINGS.indexOf(" /*")))
                .contains("/* not light */", "\"mode\": \"off\"")
                .doesNotContain("trackingId");
    }

    private record Change(long before, long after, boolean off) {
        static Change parse(String line) {
            String[] words = line.split(" ");
            assertThat(words[0]).isEqualTo("change");
            boolean stored = Boolean.parseBoolean(words[4]);
            boolean off = Boolean.parseBoolean(words[3]);
            // A yes that lost a race is no yes; a no is always stored.
            assertThat(stored || !off).as(line).isTrue();
            return new Change(Long.parseLong(words[1]), Long.parseLong(words[2]), off || !stored);
        }
    }

    /** Whether a no was stored after this yes, and more than a second before that moment. */
    private static boolean isOver(Change yes, List<Change> changes, long moment) {
        return changes.stream().anyMatch(no -> no.off() && no.before() > yes.after() && no.after() < moment - GRACE);
    }

    private void assertThatSettingsAreValid() throws IOException {
        JsonNode settings = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build()
                .readTree(Files.readAllBytes(home.resolve("settings.json")));
        assertThat(settings.path("theme").stringValue()).isEqualTo("dark");
    }

    private List<Path> spooled() throws IOException {
        Path spool = home.resolve("state/spool");
        if (!Files.isDirectory(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }

    private PiAnalytics open() {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(recipient.uri())
                .build());
    }
}
