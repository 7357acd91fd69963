package dev.vitrine.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.picocli.fixture.Notes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.AutoComplete;
import picocli.CommandLine;

class PrivacyCommandTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();

    @Test
    void statusIsWhatPrivacyAloneAnswers() {
        assertThat(run("privacy")).isZero();
        String alone = printed();
        assertThat(run("privacy", "status")).isZero();

        assertThat(printed()).isEqualTo(alone).contains("you have not decided");
    }

    @Test
    void onAloneIsAnonymous() throws IOException {
        assertThat(run("privacy", "on")).isZero();
        assertThat(settings()).contains("\"mode\": \"anonymous\"").doesNotContain("trackingId");
    }

    @Test
    void onIdentifiedGetsATrackingIdAndOffTakesItAway() throws IOException {
        assertThat(run("privacy", "on", "identified")).isZero();
        assertThat(settings()).contains("\"mode\": \"identified\"", "trackingId");
        assertThat(run("privacy", "off")).isZero();
        assertThat(settings()).contains("\"mode\": \"off\"").doesNotContain("trackingId");
    }

    @Test
    void resetIdMakesAnotherId() throws IOException {
        run("privacy", "on", "identified");
        String before = settings();
        assertThat(run("privacy", "reset-id")).isZero();
        assertThat(settings()).isNotEqualTo(before).contains("trackingId");
    }

    @Test
    void disableIsForEver() {
        assertThat(run("privacy", "disable")).isZero();
        assertThat(run("privacy", "on")).isEqualTo(1);
        assertThat(err.toString()).isNotBlank();
    }

    @Test
    void showPrintsAllExperimentsOrOne() {
        assertThat(run("privacy", "show")).isZero();
        assertThat(printed()).contains("page-opened", "search-used");
        assertThat(run("privacy", "show", "page-opened")).isZero();
        assertThat(printed()).contains("Whether it was printed.").doesNotContain("search-used");
    }

    @Test
    void logSaysThatNothingWasSent() {
        assertThat(run("privacy", "log")).isZero();
        assertThat(printed()).isNotBlank();
    }

    @Test
    void theParentsOptionsHold() {
        run("privacy", "on");
        printed();
        assertThat(run("--no-analytics", "privacy")).isZero();
        assertThat(printed()).contains("off").contains("anonymous");
    }

    @Test
    void whatIsOffWritesNothing() throws IOException {
        run("privacy");
        run("privacy", "show");
        run("privacy", "log");
        run();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "privacy show no-such-experiment",
                "privacy on sometimes",
                "privacy onn",
                "privacy off now",
                "privacy show a b",
                "privacy --loud",
                "--analytics-log",
                "--analytics-log .",
                "--analytics=perhaps privacy"
            })
    void whatIsNotUnderstoodIsASentenceAndChangesNothing(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @Test
    void helpNamesTheSubcommandsAndTheExitCodes() {
        assertThat(run("privacy", "help")).isZero();
        assertThat(printed())
                .contains("status", "show", "on", "off", "disable", "log", "reset-id", "changes", "preview", "forget")
                .contains("Exit codes:", "not understood; nothing was changed");
        assertThat(run("privacy", "help", "on")).isZero();
        assertThat(printed()).contains("anonymous, identified (default: anonymous)");
    }

    @Test
    void everyCommandThatTheRuntimeListsIsUnderstood() {
        run("privacy", "no-such-command");
        List<String> listed = err.toString()
                .lines()
                .filter(line -> line.startsWith("privacy "))
                .map(line -> line.split(" +")[1])
                .toList();

        assertThat(listed).contains("status", "changes", "forget").hasSizeGreaterThan(8);
        for (String command : listed) {
            assertThat(run("privacy", command)).as(command).isNotEqualTo(2);
        }
    }

    @Test
    void completionOffersModesAndExperiments() {
        String script = AutoComplete.bash("notes", commandLine());
        assertThat(script).contains("\"anonymous\" \"identified\"", "\"page-opened\" \"search-used\"");
    }

    @Test
    void versionCarriesOneLineAboutAnalytics() {
        assertThat(run("--version")).isZero();
        assertThat(printed().lines()).hasSize(2).first().isEqualTo("notes 1.2.0");
        run("privacy", "on", "identified");
        printed();
        assertThat(run("--version")).isZero();
        assertThat(printed()).contains("on, identified");
        environment = Map.of("DO_NOT_TRACK", "1");
        assertThat(run("--version")).isZero();
        assertThat(printed()).contains("off");
    }

    @Test
    void theLogFileGetsWhatWouldBeSentEvenWhenAnalyticsAreOff() throws IOException {
        Path log = home.resolve("mine.jsonl");
        assertThat(run("--no-analytics", "--analytics-log", log.toString())).isZero();
        assertThat(Files.readString(log)).contains("\"event\":\"search-used\"");
    }

    private int run(String... arguments) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(arguments));
        return commandLine().execute(all.toArray(new String[0]));
    }

    private CommandLine commandLine() {
        return new CommandLine(new Notes(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }

    /** What was printed since the last call. */
    private String printed() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private String settings() throws IOException {
        return Files.readString(home.resolve("settings.json"));
    }
}
