package dev.vitrine.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentState;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first question, with {@code python3} at the other end of the terminal. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FirstQuestionTest {
    @TempDir
    private Path home;

    private record Ended(int exitCode, String output) {
        ConsentState state() {
            return ConsentState.valueOf(output.replaceFirst("(?s).*\\[state ([A-Z]+)].*", "$1"));
        }

        boolean asked() {
            return output.contains("[asked true]");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "off, OFF",
        "anonymous, ANONYMOUS",
        "identified, IDENTIFIED",
        "' Anonymous ', ANONYMOUS",
        "not now, UNDECIDED"
    })
    void anAnswerIsTakenAtItsWord(String answer, ConsentState state) throws Exception {
        Ended ended = onTerminal(answer + "\\n");

        assertThat(ended.output()).contains("[asked true]");
        assertThat(ended.state()).isEqualTo(state);
        assertThat(ended.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\x04", "yes\\n", "1\\n", "--yes\\n"})
    void failure6WhatIsNotOneOfTheWordsIsANo(String keys) throws Exception {
        Ended ended = onTerminal(keys);

        assertThat(ended.asked()).isTrue();
        assertThat(ended.state()).isEqualTo(ConsentState.UNDECIDED);
        assertThat(home.resolve("settings.json")).doesNotExist();
        assertThat(ended.output()).contains("Nothing was changed.");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void failure6ControlCIsANoAndTheQuestionDoesNotComeBack() throws Exception {
        Ended brokenOff = onTerminal("\\x03");
        assertThat(brokenOff.output()).contains("Do you?");
        assertThat(home.resolve("settings.json")).doesNotExist();

        Ended next = onTerminal("anonymous\\n");

        assertThat(next.asked()).isFalse();
        assertThat(next.state()).isEqualTo(ConsentState.UNDECIDED);
    }

    @Test
    void aTerminalThatChangesItsSizeWhileTheUserThinksChangesNothing() throws Exception {
        Ended ended = onTerminal("resize:identified\\n");

        assertThat(ended.state()).isEqualTo(ConsentState.IDENTIFIED);
    }

    @Test
    void theQuestionFitsTwelveLinesOfEightyColumnsAndPreselectsNothing() throws Exception {
        String output = onTerminal("\\n").output();
        List<String> question =
                output.lines().takeWhile(line -> !line.startsWith("> ")).toList();

        assertThat(question).hasSizeLessThan(12).allMatch(line -> line.length() <= 80);
        assertThat(String.join("\n", question))
                .contains("pi.example", "Example Inc.", "EU", "90 days", "never", "privacy off", "privacy show")
                .doesNotContainPattern("(?i)default|recommended|\\[|\\*|help us|please|better");
        List<String> answers = question.stream()
                .filter(line -> line.matches("  (off|anonymous|identified|not now) .*"))
                .toList();
        assertThat(answers).hasSize(4).allMatch(line -> line.matches("  [a-z ]{13}[a-z]+ (is|are) sent.*"));
    }

    @Test
    void itComesOnceForWhatIsCollectedAndAgainOnRequestOnly() throws Exception {
        assertThat(onTerminal("\\n").asked()).isTrue();
        assertThat(onTerminal("\\n").asked()).isFalse();
        assertThat(run(true, "off\\n", "1", "ASK").state()).isEqualTo(ConsentState.OFF);
        assertThat(onTerminal("anonymous\\n").asked()).isFalse();
        assertThat(run(true, "anonymous\\n", "1", "ASK").state()).isEqualTo(ConsentState.ANONYMOUS);
        assertThat(run(true, "off\\n", "1", "ASK").asked())
                .as("who has agreed to everything need not be asked")
                .isFalse();
    }

    @Test
    void nothingIsAskedWithoutATerminal() throws Exception {
        Ended ended = run(false, "anonymous\n", "1", "ASK");

        assertThat(ended.output()).isEqualTo("[hint none]\n[asked false]\n[state UNDECIDED]\n");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_TRACK=1", "PI_ANALYTICS=what", "GITHUB_ACTIONS=true"})
    void nothingIsAskedOrHintedUnderARuleThatSaysOff(String variable) throws Exception {
        Ended ended = run(true, "anonymous\\n", "1", "-", variable);

        assertThat(ended.asked()).isFalse();
        assertThat(ended.output()).contains("[hint none]");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void nothingIsAskedWhereTheSettingsCannotBeUnderstood() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": \"yes\"}");

        Ended ended = onTerminal("anonymous\\n");

        assertThat(ended.asked()).isFalse();
        assertThat(ended.output()).contains("[hint none]");
        assertThat(Files.readString(home.resolve("settings.json"))).isEqualTo("{\"analytics\": \"yes\"}");
    }

    @Test
    void aHintIsShownOnceEver() throws Exception {
        assertThat(onTerminal("\\n").output()).contains("[hint pi can collect analytics");
        assertThat(onTerminal("\\n").output()).contains("[hint none]");
    }

    @Test
    void aShareOfNobodyAsksNobodyAndTheDrawForOthersIsRemembered() throws Exception {
        assertThat(run(true, "\\n", "0", "-").asked()).isFalse();
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/draw"), "42");

        assertThat(run(true, "\\n", "0.42", "-").asked()).isFalse();
        assertThat(Files.readString(home.resolve("state/draw"))).isEqualTo("42");
        assertThat(run(true, "\\n", "0.43", "-").asked()).isTrue();
    }

    @Test
    void theDrawThatIsRememberedTellsNoTwoUsersApart() throws Exception {
        run(true, "\\n", "0.5", "-");

        assertThat(Files.readString(home.resolve("state/draw"))).matches("[0-9]{1,2}");
    }

    private Ended onTerminal(String keys) throws Exception {
        return run(true, keys, "1", "-");
    }

    private Ended run(boolean terminal, String keys, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        if (terminal) {
            command.addAll(List.of("python3", script().toString(), keys));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AskingProgram.class.getName(),
                home.toString()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!terminal) {
            process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static Path script() throws URISyntaxException, IOException {
        return Path.of(FirstQuestionTest.class.getResource("pseudo_terminal.py").toURI());
    }
}
