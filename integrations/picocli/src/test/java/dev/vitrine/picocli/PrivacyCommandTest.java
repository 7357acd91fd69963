package dev.vitrine.picocli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.Privacy;
import dev.vitrine.PrivacyUsage;
import dev.vitrine.picocli.fixture.Notes;
import dev.vitrine.picocli.fixture.NotesAnalytics;
import dev.vitrine.testing.TestInstallation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.AutoComplete;
import picocli.CommandLine;

class PrivacyCommandTest {
    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Map<String, String> environment = Map.of();

    @AfterEach
    void nothingIsWrittenAnyMore() {
        TestInstallation.awaitRest(home.resolve("state"));
    }

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
                "--analytics=perhaps privacy",
                "--analytics --no-analytics privacy"
            })
    void whatIsNotUnderstoodIsASentenceAndChangesNothing(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "status --help", "off --help", "--help on", "show -h x"})
    void helpIsTheOneListOfTheRuntimesWithTheExitCodesAndChangesNothing(String words) {
        assertThat(run(("privacy " + words).split(" "))).isZero();
        String list = printed();
        try (NotesAnalytics analytics = NotesAnalytics.open(
                AnalyticsOptions.builder().environment(Map.of()).build())) {
            assertThat(list).isEqualTo(analytics.privacy().help().text());
        }
        for (PrivacyUsage usage : Privacy.commands()) {
            assertThat(list).contains("privacy " + usage + " ");
        }
        assertThat(list).contains("Exit codes:", "--json");
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @Test
    void theListThatATypingErrorIsAnsweredWithIsTheSameOne() {
        run("privacy", "help");
        String list = printed();
        run("privacy", "no-such-command");
        List<String> listed = err.toString()
                .lines()
                .filter(line -> line.startsWith("privacy "))
                .toList();
        assertThat(listed).hasSameSizeAs(Privacy.commands());
        assertThat(list.lines()).containsAll(listed);
    }

    @Test
    void helpAnswersInJsonToo() {
        assertThat(run("privacy", "help", "--json")).isZero();
        assertThat(printed())
                .startsWith("{\"command\":\"help\",\"exitCode\":0,")
                .contains("forget [ID]");
    }

    @ParameterizedTest
    @CsvSource({
        "stauts, status",
        "stauts help, status",
        "stauts off, status",
        "hlep, help",
        "off now, off",
        "show page-opened now, show",
        "disable --forever, disable",
        "on --identified, on identified"
    })
    void aTypingErrorIsAnsweredByTheNearestCommandAndChangesNothing(String typed, String meant) {
        assertThat(run(("privacy " + typed).split(" "))).isEqualTo(2);
        assertThat(err.toString().replaceAll("\\s+", " "))
                .startsWith("There is no \"privacy " + typed + "\"; nothing was changed.")
                .contains("Did you mean: privacy " + meant + "?")
                .doesNotContain("Usage:", "Unknown option", "Unmatched argument", "index");
        assertThat(home.resolve("settings.json")).doesNotExist();
    }

    @Test
    void theApplicationsOwnHelpOfASubcommandHasTheSameWording() {
        CommandLine privacy = commandLine().getSubcommands().get("privacy");
        for (PrivacyUsage usage : Privacy.commands()) {
            assertThat(privacy.getSubcommands()
                            .get(usage.command())
                            .getUsageMessage()
                            .replaceAll("\\s+", " "))
                    .contains("privacy " + usage.command(), usage.operand(), usage.summary());
        }
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
    void everyCommandAnswersInJsonWhereverTheOptionStands() {
        for (String command : List.of(
                "status", "show", "changes", "preview", "log", "hint", "on", "reset-id", "off", "forget", "disable")) {
            printed();
            run("privacy", command, "--json");
            assertThat(printed())
                    .startsWith("{\"command\":\"" + command + "\",\"exitCode\":")
                    .endsWith("}\n");
            assertThat(err.toString()).isEmpty();
        }
        assertThat(run("privacy", "--json")).isZero();
        assertThat(printed()).startsWith("{\"command\":\"status\",\"exitCode\":0,");
        assertThat(run("privacy", "--json", "on")).isEqualTo(1);
        assertThat(printed()).startsWith("{\"command\":\"on\",\"exitCode\":1,");
    }

    @Test
    void theLogHasPages() {
        assertThat(run("privacy", "log", "1")).isZero();
        assertThat(run("privacy", "log", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("The log has no page 2. Its last page is 1.");
    }

    @Test
    void pagesAreAsWideAsTheApplicationsHelp() {
        assertThat(commandLine().setUsageHelpWidth(60).execute("--home", home.toString(), "privacy", "show"))
                .isZero();
        assertThat(printed().lines().filter(line -> !line.contains("{"))).allMatch(line -> line.length() <= 60);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void completionWorksInARealBash() throws Exception {
        Path script = Files.writeString(home.resolve("completion.sh"), AutoComplete.bash("notes", commandLine()));

        assertThat(complete(script, "notes privacy o")).containsExactlyInAnyOrder("on", "off");
        assertThat(complete(script, "notes privacy on i")).containsExactly("identified");
        assertThat(complete(script, "notes privacy show p")).containsExactly("page-opened");
        assertThat(complete(script, "notes privacy status --j")).containsExactly("--json");
        assertThat(complete(script, "notes --analytics-l")).containsExactly("--analytics-log");
        assertThat(complete(script, "notes --no-")).containsExactly("--no-analytics");
        assertThat(Files.exists(home.resolve("settings.json"))).isFalse();
    }

    /** What bash offers when Tab is pressed after {@code line}. */
    private List<String> complete(Path script, String line) throws Exception {
        String program = String.join(
                "\n",
                "shopt -s progcomp",
                "source '" + script + "'",
                "spec=$(complete -p notes); [[ $spec =~ -F\\ ([^ ]+) ]] || exit 9",
                "COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE}",
                "read -r -a COMP_WORDS <<< \"$COMP_LINE\"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))",
                "\"${BASH_REMATCH[1]}\" notes",
                "printf '%s\\n' \"${COMPREPLY[@]}\"");
        Process bash = new ProcessBuilder("bash", "--norc", "-c", program).start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaints = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered + complaints).isZero();
        return offered.lines().map(String::strip).toList();
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
