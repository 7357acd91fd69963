package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The program at a terminal, as a person uses it; {@code python3} makes the terminal. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class AtTheTerminalIT {
    private static final String QUESTION_PROMPT = "Type one of these words; Enter, or anything else, is a no: ";

    private static final String CHANGE_PROMPT = "Type one of these words (Enter, or anything else: not now): ";

    @TempDir
    private Path home;

    private Collector collector;

    @BeforeEach
    void start() throws IOException {
        collector = new Collector();
        Files.writeString(home.resolve("notes.txt"), "one\n");
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    @ParameterizedTest
    @CsvSource({"anonymous, anonymous", "identified, identified", "off, off", "n, off"})
    void theFirstRunAsksAndTakesTheAnswerAtItsWord(String answer, String stored) throws Exception {
        try (PersonAtTerminal person = sitDown(Map.of())) {
            assertThat(person.readUntil(QUESTION_PROMPT)).contains("anonymous", "identified", "off");
            person.type(answer);
            person.type("edit notes.txt one two");
            if (!stored.equals("off")) {
                awaitEvents(1);
            }
            person.leave();
        }
        assertThat(settings()).contains("\"mode\": \"" + stored + "\"");
        assertThat(settings().contains("trackingId")).isEqualTo(stored.equals("identified"));
        assertThat(collector.events())
                .isEqualTo(
                        stored.equals("off")
                                ? List.of()
                                : List.of(
                                        "edit-tool-outcome {\"model\":\"gpt-5\",\"outcome\":\"applied\",\"attempts\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r",
                "yes\r",
                PersonAtTerminal.END_OF_INPUT,
                PersonAtTerminal.CONTROL_C,
                "anonymous" + PersonAtTerminal.CONTROL_C
            })
    void whatIsNoAnswerIsANoAndTheQuestionIsNotPutAgain(String keys) throws Exception {
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(QUESTION_PROMPT);
            person.press(keys).readUntil(AgentTerminal.PROMPT);
            person.type("edit notes.txt one two");
            person.leave();
        }
        try (PersonAtTerminal person = sitDown(Map.of())) {
            assertThat(person.readUntil(AgentTerminal.PROMPT)).doesNotContain("identified");
            person.leave();
        }
        assertThat(home.resolve(".config/pi/settings.json")).doesNotExist();
        assertThat(collector.bodies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_TRACK", "CI"})
    void whereARuleSaysOffNothingIsAskedWrittenOrSent(String variable) throws Exception {
        try (PersonAtTerminal person = sitDown(Map.of(variable, "1"))) {
            assertThat(person.readUntil(AgentTerminal.PROMPT)).doesNotContain("identified");
            assertThat(person.type("/privacy status")).contains("off");
            person.type("edit notes.txt one two");
            person.leave();
        }
        assertThat(written()).isEmpty();
        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void withoutATerminalNothingIsAskedWrittenOrSent() throws Exception {
        AgentProcess.Ended ended = agent().run(Map.of(), "anonymous", "edit notes.txt one two", "/quit");

        assertThat(ended.output()).doesNotContain("identified").contains("pi knows no 'anonymous'");
        assertThat(ended.exitCode()).isZero();
        assertThat(written()).isEmpty();
        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void everyCommandAnswers() throws Exception {
        decided("anonymous");
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(AgentTerminal.PROMPT);
            assertThat(person.type("/help")).contains("edit FILE SEARCH REPLACE", "/privacy", "/quit");
            assertThat(person.type("/version")).contains("pi 0.62.0", "on, anonymous");
            assertThat(person.type("/privacy")).contains("anonymous");
            assertThat(person.type("/privacy show network-error")).contains("connection_refused");
            assertThat(person.type("/privacy show no-such")).contains("no-such");
            assertThat(person.type("/privacy log")).contains("Nothing is in the log");
            assertThat(person.type("/settings analytics identified")).contains("identified");
            assertThat(settings()).contains("trackingId");
            assertThat(person.type("/settings analytics anonymous")).contains("anonymous");
            assertThat(settings()).doesNotContain("trackingId");
            assertThat(person.type("/settings analytics")).contains("anonymous");
            assertThat(person.type("/settings analytics off")).contains("off");
            assertThat(person.type("/settings analytics perhaps")).contains("usage: /settings");
            assertThat(person.type("/privacy on identified")).contains("identified");
            assertThat(person.type("/privacy off")).contains("off");
            assertThat(person.type("transport http")).contains("plain HTTP");
            assertThat(person.type("model my-own")).contains("my-own");
            assertThat(person.type("ask what's up?")).contains("--provider-endpoint");
            assertThat(person.type("edit notes.txt")).contains("usage: edit");
            assertThat(person.type("no-such-command")).contains("knows no 'no-such-command'");
            assertThat(person.type("/pirvacy status")).contains("did you mean /privacy?");
            assertThat(person.press("/privacy chan" + PersonAtTerminal.TAB).type(""))
                    .contains("You have not agreed to anything");
            assertThat(person.press("/vers" + PersonAtTerminal.TAB).type("")).contains("pi 0.62.0");
            person.press(PersonAtTerminal.CONTROL_C).readUntil("(/quit leaves)");
            person.leave();
        }
    }

    @Test
    void whatTextsSpellWithoutTheSlashIsUnderstoodSo() throws Exception {
        decided("anonymous");
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(AgentTerminal.PROMPT);
            assertThat(person.type("privacy on identified")).contains("Stored: identified.");
            assertThat(settings()).contains("trackingId");
            assertThat(person.type("privacy on")).contains("Stored: anonymous.", "tracking id is deleted");
            assertThat(person.type("privacy off")).contains("Stored: off.");
            assertThat(settings()).contains("\"mode\": \"off\"");
            assertThat(person.type("settings analytics")).contains("You decided   off");
            assertThat(person.type("help")).contains("/privacy", "/quit");
            assertThat(person.type("version")).contains("pi 0.62.0");
            assertThat(person.type("update")).contains("0.63.0 is available");
            assertThat(person.type("/edit")).contains("knows no '/edit'");
            person.leave();
        }
    }

    @Test
    void everyPrivacyCommandAnswersInWordsAndInJson() throws Exception {
        decided("identified");
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(AgentTerminal.PROMPT);
            assertThat(person.type("/privacy help")).contains("privacy preview", "--json");
            assertThat(person.type("/privacy status")).contains("on, identified", "completed just now");
            assertThat(person.type("/privacy show")).contains("sse-stream-failure", "now one of:");
            assertThat(person.type("/privacy changes")).contains("Nothing has changed");
            assertThat(person.type("/privacy preview")).contains("\"event\":\"context-length\"");
            assertThat(person.type("/privacy hint")).doesNotContain("unless you agree");
            assertThat(person.type("/privacy reset-id")).contains("a new random tracking id");
            assertThat(person.type("/privacy stauts")).contains("Did you mean: privacy status?");
            for (String command : List.of(
                    "status", "show", "changes", "preview", "log", "on", "reset-id", "off", "forget", "disable")) {
                String shown = person.type("/privacy " + command + " --json");
                String json = shown.substring(shown.indexOf("{\"command\"")).replace("\n", "");
                assertThat(JsonMapper.shared().readTree(json).path("command").asString())
                        .isEqualTo(command);
            }
            assertThat(person.type("/privacy on")).contains("for ever", "remove \"analytics\"");
            person.leave();
        }
        assertThat(settings()).contains("\"mode\": \"disabled\"").doesNotContain("trackingId");
        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void aCatalogThatGrewSinceTheYesIsAskedForOnceAndWhatIsNewWaits() throws Exception {
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(QUESTION_PROMPT);
            person.type("anonymous");
            person.leave();
        }
        // As an older release would have left it, in which an edit could take ten attempts at most.
        for (Path file :
                List.of(home.resolve(".config/pi/settings.json"), home.resolve(".local/state/pi/analytics/asked"))) {
            String grown = Files.readString(file);
            assertThat(grown).contains("edit-tool-outcome.attempts=1..20");
            Files.writeString(file, grown.replace("attempts=1..20", "attempts=1..10"));
        }
        try (PersonAtTerminal person = sitDown(Map.of())) {
            assertThat(person.readUntil(CHANGE_PROMPT))
                    .contains("What pi collects has changed since you agreed")
                    .contains("edit-tool-outcome");
            person.type("");
            assertThat(person.type("/privacy changes"))
                    .contains("edit-tool-outcome.attempts", "1..10", "1..20", "waits");
            assertThat(person.type("/privacy status")).contains("on, anonymous", "edit-tool-outcome: not recorded");
            person.type("edit notes.txt one two");
            person.leave();
        }
        assertThat(collector.events()).as("what is new waits").isEmpty();
        try (PersonAtTerminal person = sitDown(Map.of())) {
            assertThat(person.readUntil(AgentTerminal.PROMPT)).as("asked once").doesNotContain("has changed");
            person.type("/privacy on");
            person.type("edit notes.txt two three");
            awaitEvents(1);
            person.leave();
        }
        assertThat(collector.events()).hasSize(1);
    }

    @Test
    void theUpdateCheckCarriesTheTrackingIdOnlyUnderIdentified() throws Exception {
        decided("anonymous");
        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(AgentTerminal.PROMPT);
            assertThat(person.type("/update")).contains("0.63.0 is available");
            person.type("/privacy on identified");
            person.type("/update");
            person.leave();
        }
        assertThat(collector.updateChecks()).hasSize(2);
        assertThat(collector.updateChecks().get(0)).matches("pi/0\\.62\\.0 \\([a-z]+; [a-z0-9_]+\\)");
        String trackingId = collector.updateChecks().get(1).replaceFirst(".* ", "");
        assertThat(settings()).contains("\"trackingId\": \"" + trackingId + "\"");
    }

    @Test
    void whatHappenedOfflineArrivesOnceOnline() throws Exception {
        decided("anonymous");
        AgentProcess offline = new AgentProcess(home).with("--analytics-endpoint", "http://127.0.0.1:1/api/analytics");
        AgentProcess.Ended ended = offline.run(Map.of(), "edit notes.txt one two", "edit notes.txt one two", "/quit");
        assertThat(ended.exitCode()).isZero();
        assertThat(collector.bodies()).isEmpty();

        try (PersonAtTerminal person = sitDown(Map.of())) {
            person.readUntil(AgentTerminal.PROMPT);
            person.type("edit notes.txt two three");
            awaitEvents(3);
            String log = person.type("/privacy log");
            collector.bodies().forEach(body -> assertThat(log.replace("\n", "")).contains(body));
            person.leave();
        }
        assertThat(collector.events()).hasSize(3);
    }

    @Test
    void aLogOfTheUsersOwnIsWrittenEvenWhenAnalyticsAreOff() throws Exception {
        AgentProcess.Ended ended = agent().with("--no-analytics", "--analytics-log", "mine.jsonl")
                .run(Map.of(), "edit notes.txt one two", "/quit");

        assertThat(ended.exitCode()).isZero();
        assertThat(Files.readString(home.resolve("mine.jsonl"))).contains("\"event\":\"edit-tool-outcome\"");
        assertThat(collector.bodies()).isEmpty();
    }

    @Test
    void thePrivacySubcommandAnswersWithoutAShell() throws Exception {
        AgentProcess.Ended status = agent().with("privacy", "status").run(Map.of());
        assertThat(status.output()).contains("off").doesNotContain(AgentTerminal.PROMPT);
        assertThat(status.exitCode()).isZero();
        AgentProcess.Ended wrong = agent().with("privacy", "on", "sometimes").run(Map.of());
        assertThat(wrong.exitCode()).isEqualTo(2);
        AgentProcess.Ended help = agent().with("privacy", "--help").run(Map.of());
        assertThat(help.output()).contains("privacy forget [ID]", "Exit codes:");
        assertThat(help.exitCode()).isZero();
        AgentProcess.Ended mistyped = agent().with("pivacy", "status").run(Map.of());
        assertThat(mistyped.output())
                .startsWith("pi: not understood: pivacy status\n")
                .contains("pi privacy", "pi --help")
                .doesNotContain("index", "Usage:");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(written()).isEmpty();
    }

    private PersonAtTerminal sitDown(Map<String, String> environment) throws IOException {
        return agent().startInTerminal(environment);
    }

    private AgentProcess agent() {
        return new AgentProcess(home).with("--analytics-endpoint", collector.endpoint());
    }

    private void awaitEvents(int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> collector.events().size() >= count);
    }

    private void decided(String mode) throws IOException {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": {\"version\": 1, \"mode\": \"" + mode + "\"}}\n");
    }

    private String settings() throws IOException {
        return Files.readString(home.resolve(".config/pi/settings.json"));
    }

    /** What was written but the notes. */
    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("notes.txt"))
                    .toList();
        }
    }
}
