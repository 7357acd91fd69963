package dev.vitrine.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The question as a user meets it: another process on a real (pseudo-)terminal, typed at. Needs util-linux's {@code
 * script}, which is part of every Debian; a test that misses it fails with its name.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the terminal is made by util-linux")
class QuestionOnTerminalTest {
    private static final String PROMPT = "anything else, is a no: ";
    private static final String MINE = "{\n  // mine\n  \"theme\": \"dark\"\n}\n";
    private static final String DECIDED = "\"decidedOn\": \"\\d{4}-\\d\\d-\\d\\d\"";
    private static final String SCOPE =
            ", \"grant\": [1-9]\\d{0,3}, \"scope\": \\[\"pi\\.example\", .*\"shell-started\\.question=How often is the"
                    + " shell started\\?\"]";

    @TempDir
    private Path home;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer recipient;

    @BeforeEach
    void writeSettingsAndListen() throws IOException {
        Files.writeString(home.resolve("settings.json"), MINE);
        recipient = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        recipient.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        recipient.start();
    }

    @AfterEach
    void stopListening() {
        recipient.stop(0);
    }

    @Test
    void whatWasTypedAheadOfTheQuestionIsLeftToTheApplicationAndNobodyIsAsked() throws Exception {
        try (TerminalSession session = TerminalSession.of(
                AskingProgram.class,
                "",
                home.toString(),
                "http://127.0.0.1:" + recipient.getAddress().getPort(),
                "read")) {
            String shown = session.types("anonymous\n").ends();

            assertThat(shown).contains("answer NOT_ASKED;", "read anonymous;").doesNotContain(PROMPT);
        }
        assertThat(settings()).isEqualTo(MINE);
    }

    @Test
    void anonymousIsStoredWithWhatItCoversAndWithoutAnIdAndOnlyWhatComesAfterItIsRecorded() throws Exception {
        assertThat(answer("anonymous\n")).contains("\nStored: anonymous.").endsWith("\nanswer ANONYMOUS;\n");
        assertThat(settings())
                .matches("\\{\n  // mine\n  \"theme\": \"dark\",\n  \"analytics\": \\{\"version\": 1, \"mode\":"
                        + " \"anonymous\", " + DECIDED + SCOPE + "}\n}\n");
        assertThat(spooled())
                .as("failure 12: what was recorded before the question is not there")
                .contains("\"events\":[{\"event\":\"Shell started\"")
                .doesNotContain("edit-tool-outcome", "trackingId");
    }

    @Test
    void identifiedIsStoredWithARandomIdWhichDidNotExistBefore() throws Exception {
        assertThat(answer("  Identified \n")).endsWith("\nanswer IDENTIFIED;\n");
        assertThat(settings())
                .matches("\\{\n  // mine\n  \"theme\": \"dark\",\n  \"analytics\": \\{\"version\": 1, \"mode\":"
                        + " \"identified\", " + DECIDED + ", \"trackingId\": \"[0-9a-f-]{36}\"" + SCOPE + "}\n}\n");
        assertThat(spooled()).contains("\"trackingId\":\"").doesNotContain("edit-tool-outcome");
    }

    @Test
    void offIsStoredAndNobodyIsToldOfIt() throws Exception {
        assertThat(answer("off\n")).contains("\nStored: off.").endsWith("\nanswer OFF;\n");
        assertThat(settings())
                .matches(
                        "\\{\n  // mine\n  \"theme\": \"dark\",\n  \"analytics\": \\{\"version\": 1, \"mode\": \"off\", "
                                + DECIDED + "}\n}\n");
        assertThat(home.resolve("state/spool"))
                .as("failure 13: no parting event")
                .doesNotExist();
        assertThat(requests).as("failure 13: no parting request").hasValue(0);
        assertNobodyIsAskedAgain();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not now\n",
                "\n",
                "\u0004",
                "yes\n",
                "y\n",
                "on\n",
                "--yes\n",
                "anonymous identified\n",
                "anonymou\u0004\u0004",
                "\u0000\u001b[A\t%s\n",
                "ja, ич\n"
            })
    void failure6NotNowEnterTheEndOfInputAndAnyOtherWordStoreNothingButThatItWasAsked(String keys) throws Exception {
        assertThat(answer(keys).replaceAll("\\s+", " "))
                .contains("Nothing is sent, and you will not be asked again.")
                .endsWith(" answer NOT_NOW; ");
        assertNothingIsStoredButThatItWasAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "no", "N", " No ", "nope", "never"})
    void aShortNoIsStoredAsOff(String no) throws Exception {
        assertThat(answer(no + "\n")).contains("\nStored: off.").endsWith("\nanswer OFF;\n");
        assertThat(settings()).contains("\"mode\": \"off\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not now", ""})
    void notNowLeavesItOpenAndSaysHowToDecide(String notNow) throws Exception {
        assertThat(answer(notNow + "\n").replaceAll("\\s+", " "))
                .contains("Nothing is sent, and you will not be asked again. To decide later: privacy on, privacy off.")
                .doesNotContain("none of the words")
                .endsWith(" answer NOT_NOW; ");
        assertNothingIsStoredButThatItWasAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", "on", "anonymously"})
    void aWordThatIsNoneOfThoseOfferedIsSaidToCountAsANo(String word) throws Exception {
        assertThat(answer(word + "\n").replaceAll("\\s+", " "))
                .contains("That is none of the words, so it counts as a no. Nothing is sent");
        assertNothingIsStoredButThatItWasAsked();
    }

    @Test
    void failure6CtrlCEndsTheProgramAsItAlwaysDoesAndIsANo() throws Exception {
        try (TerminalSession session = session()) {
            String printed = session.awaits(PROMPT).types("anonymous\u0003").ends();
            assertThat(session.exitCode()).isEqualTo(130);
            assertThat(printed).doesNotContainPattern("answer [A-Z]");
        }
        assertNothingIsStoredButThatItWasAsked();
        assertNobodyIsAskedAgain();
    }

    @Test
    void aTerminalThatIsResizedWhileTheQuestionStandsTakesTheAnswerAllTheSame() throws Exception {
        try (TerminalSession session = session()) {
            String printed = session.awaits(PROMPT)
                    .resizes(40)
                    .types("anony")
                    .resizes(200)
                    .types("mous\n")
                    .ends();
            assertThat(printed).endsWith("\nanswer ANONYMOUS;\n").containsOnlyOnce("May pi tell");
        }
    }

    @Test
    void theQuestionFitsTheTerminalAndWhatTheUserTypesAheadForTheProgramReachesTheProgram() throws Exception {
        try (TerminalSession session = session("read")) {
            String printed =
                    session.awaits(PROMPT).types("off\nfor the program\n").ends();
            assertThat(printed).endsWith("read for the program;\n");
            String question = printed.substring(printed.indexOf("May pi"), printed.indexOf(PROMPT) + PROMPT.length());
            assertThat(question.lines()).hasSizeLessThanOrEqualTo(12).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void onRequestOneWhoSaidNoIsAskedAgainAndCanSayYes() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");
        assertThat(answer("anonymous\n", "ask")).endsWith("\nanswer ANONYMOUS;\n");
        assertThat(settings()).startsWith("{\"analytics\": {\"version\": 1, \"mode\": \"anonymous\"");
    }

    @Test
    void onRequestEnterLeavesAStoredNoAsItIs() throws Exception {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");
        assertThat(answer("\n", "ask")).endsWith("\nanswer NOT_NOW;\n");
        assertThat(settings()).isEqualTo("{\"analytics\": false}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CI=true", "DO_NOT_TRACK=1", "PI_ANALYTICS=off", "off", "share=0"})
    void nothingIsPrintedAskedOrWrittenWhereARuleSaysOff(String argument) throws Exception {
        try (TerminalSession session = session(argument)) {
            assertSilent(session.types("anonymous\n").ends());
        }
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"</dev/null", "| cat", "</dev/null | cat"})
    void aTerminalOnOneSideAloneIsNone(String redirection) throws Exception {
        try (TerminalSession session =
                TerminalSession.of(AskingProgram.class, redirection, home.toString(), endpoint(), "ask")) {
            assertSilent(session.types("anonymous\n").ends());
        }
        assertUntouched();
    }

    @Test
    void anAnswerFromAPipeIsNoneAlsoOnRequest() throws Exception {
        try (TerminalSession session =
                TerminalSession.withoutTerminal(AskingProgram.class, home.toString(), endpoint(), "ask", "read")) {
            String printed = session.types("anonymous\n").ends();
            assertThat(printed).contains("answer NOT_ASKED;\n").endsWith("read anonymous;\n");
            assertSilent(printed.replace("read anonymous;\n", ""));
        }
        assertUntouched();
    }

    private String answer(String keys, String... arguments) throws Exception {
        try (TerminalSession session = session(arguments)) {
            String printed = session.awaits(PROMPT).types(keys).ends();
            assertThat(session.exitCode()).as(printed).isZero();
            return printed;
        }
    }

    private TerminalSession session(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of(home.toString(), endpoint()), Stream.of(arguments))
                .toArray(String[]::new);
        return TerminalSession.of(AskingProgram.class, "", all);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + recipient.getAddress().getPort() + "/";
    }

    private void assertNobodyIsAskedAgain() throws Exception {
        try (TerminalSession session = session()) {
            assertSilent(session.ends());
        }
    }

    private static void assertSilent(String printed) {
        // A terminal echoes what is typed; the program itself writes its two lines.
        assertThat(printed.lines()
                        .filter(line -> !line.isEmpty() && !line.equals("anonymous"))
                        .map(line -> line.replaceAll("\\d+", "N").replaceAll("^.*process", "process")))
                .containsExactly("process N;", "answer NOT_ASKED;");
    }

    private void assertNothingIsStoredButThatItWasAsked() throws IOException {
        assertThat(settings()).isEqualTo(MINE);
        assertThat(names()).containsExactly("settings.json", "state", "state/asked");
        assertThat(Files.readString(home.resolve("state/asked")))
                .startsWith("pi.example\n")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}");
        assertThat(requests).hasValue(0);
    }

    private void assertUntouched() throws IOException {
        assertThat(settings()).isEqualTo(MINE);
        assertThat(names()).containsExactly("settings.json");
    }

    private String settings() throws IOException {
        return Files.readString(home.resolve("settings.json"));
    }

    private String spooled() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("state/spool"))) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private List<String> names() {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.filter(path -> !path.equals(home))
                    .map(path -> home.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
