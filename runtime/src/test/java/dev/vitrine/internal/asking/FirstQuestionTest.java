package dev.vitrine.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentAnswer;
import dev.vitrine.ConsentDialogue;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.ConsentStore;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.RunChoice;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Surroundings;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.reading.ChangesPage;
import dev.vitrine.internal.reading.Page;
import dev.vitrine.internal.reading.StatusPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the question is asked, and what it leaves behind: with a terminal that a test can take away. */
class FirstQuestionTest {
    @TempDir
    private Path home;

    private final Sitter sitter = new Sitter();
    private ApplicationType application = PiAnalytics.type();
    private boolean terminal = true;
    private double drawn = 0.5;

    /** Somebody at the terminal, who says the same each time. */
    private static final class Sitter implements ConsentDialogue {
        private final List<String> questions = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private String answer = "not now";
        private boolean free = true;
        private int columns = 80;

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public boolean isFree() {
            return free;
        }

        @Override
        public String ask(String question) throws IOException {
            questions.add(question);
            if (answer.equals("!io")) {
                throw new IOException("gone");
            } else if (answer.equals("!interrupt")) {
                throw new IllegalStateException("Ctrl-C, as line editors report it");
            }
            return answer.equals("!end") ? null : answer;
        }

        @Override
        public void tell(String text) {
            told.add(text);
        }
    }

    @Test
    void nobodyIsAskedTwiceForTheSameWhateverWasAnswered() {
        for (String answer : List.of("not now", "", "anonymous", "identified", "off", "!end", "!io", "!interrupt")) {
            Path own = home.resolve("home" + answer.hashCode());
            sitter.answer = answer;
            sitter.questions.clear();
            for (int run = 0; run < 3; run++) {
                ask(own, options -> options);
            }
            assertThat(sitter.questions)
                    .as("questions to one who answers '%s'", answer)
                    .hasSize(1);
        }
    }

    @Test
    void whatWasTypedAheadIsNoAnswerSoNothingIsAskedUntilARunInWhichNothingWas() {
        sitter.answer = "anonymous";
        sitter.free = false;
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(home).isEmptyDirectory();
        sitter.free = true;
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.ANONYMOUS);
    }

    @Test
    void aRunAsksOnceEvenWhenItWasRequestedAndTheApplicationCallsAgain() {
        FirstQuestion question = question(home, options -> options.forThisRun(RunChoice.ASK));
        assertThat(question.ask(sitter)).isEqualTo(ConsentAnswer.NOT_NOW);
        assertThat(question.ask(sitter)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(sitter.questions).hasSize(1);
    }

    @Test
    void onRequestTheUserIsAskedAgainAlsoAfterANoButNotAfterAYesThatCoversEverything() {
        sitter.answer = "off";
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.OFF);
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        sitter.answer = "anonymous";
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.ANONYMOUS);
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(sitter.questions).hasSize(2);
    }

    @Test
    void whoHasAgreedIsAskedAgainOnceForEachGrowthOfTheCatalogAndNotForWhatShrinks() {
        application = withOutline("1..20");
        sitter.answer = "anonymous";
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.ANONYMOUS);
        sitter.answer = "";

        application = withOutline("1..30");
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_NOW);
        assertThat(sitter.questions.get(1))
                .startsWith("What pi collects has changed since you agreed.\nNew         edit-tool-outcome")
                .contains("  not now     go on as agreed, without what is new\n");
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(gate(home, options -> options).decision().isOn())
                .as("what was agreed to goes on")
                .isTrue();

        application = withOutline("1..25");
        assertThat(ask(home, options -> options))
                .as("1..25 was part of what the user was asked for")
                .isEqualTo(ConsentAnswer.NOT_ASKED);

        application = withOutline("1..40");
        sitter.answer = "anonymous";
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.ANONYMOUS);
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(sitter.questions).hasSize(3);
    }

    @Test
    void afterANoToAChangeTheUserLearnsWhetherAnythingGoesOn() throws IOException {
        application = withOutline("1..20");
        sitter.answer = "anonymous";
        ask(home, options -> options);
        sitter.answer = "n";
        application = withOutline("1..30");
        ask(home, options -> options);
        assertThat(sitter.told.get(1)).startsWith("What you agreed to goes on; what is new waits for a yes of yours.");
        assertThat(sitter.questions.get(1)).endsWith("\nType one of these words (Enter, or anything else: not now): ");
        assertThat(gate(home, options -> options).stored().state())
                .as("a plain no to what is new takes nothing back")
                .isEqualTo(ConsentState.ANONYMOUS);

        Path settings = home.resolve("settings.json");
        Files.writeString(
                settings, Files.readString(settings).replace("pi.example.retention=90", "pi.example.retention=30"));
        Files.delete(home.resolve("state/asked"));
        ask(home, options -> options);
        assertThat(sitter.questions.get(2))
                .contains("New         who receives it, how long it is kept, or what goes along;")
                .contains("edit-tool-outcome")
                .contains("  not now     send nothing, and leave it open; this is asked only once\n");
        assertThat(sitter.told.get(2)).startsWith("Nothing is sent until you say yes to what has changed.");
        assertThat(gate(home, options -> options).decision().reason()).endsWith("and you have not agreed to that");
    }

    @ParameterizedTest
    @CsvSource({
        "anonymous, privacy on, privacy on identified",
        "identified, privacy on identified, privacy on anonymous"
    })
    void theAdviceToAgreeToAChangeKeepsTheModeOfTheYesBefore(String mode, String yes, String other) throws IOException {
        application = withOutline("1..20");
        sitter.answer = mode;
        ask(home, options -> options);
        application = withOutline("1..30");
        sitter.answer = "";
        ask(home, options -> options);
        assertThat(flat(sitter.told.get(1))).contains("To decide later: " + yes + ", privacy off.");
        assertThat(status())
                .contains("To agree to what is new: " + yes + ". To change it: privacy off, or " + other + ".");
        Page changes = new Page();
        new ChangesPage(gate(home, options -> options), application).text(changes);
        assertThat(flat(changes.toString())).contains("To agree to all of it: " + yes + ".");

        Path settings = home.resolve("settings.json");
        Files.writeString(settings, Files.readString(settings).replace("retention=90", "retention=30"));
        assertThat(status()).contains("To change it: see privacy changes, then " + yes + ", or privacy off.");
    }

    @Test
    void whoWasAskedAndDidNotAgreeReadsThatInStatus() {
        assertThat(status()).contains("You decided nothing yet Data");
        ask(home, options -> options);
        assertThat(status()).contains("You decided nothing yet; you were asked, and did not agree Data");
        sitter.answer = "no";
        ask(home, options -> options.forThisRun(RunChoice.ASK));
        assertThat(status()).contains("You decided off, on ").doesNotContain("were asked");
    }

    @Test
    void aPlainNoIsStrongerThanAVariableThatSaysYes() {
        for (String no : List.of("n", "no", "never")) {
            Path own = home.resolve(no);
            sitter.answer = no;
            assertThat(ask(own, options -> options)).isEqualTo(ConsentAnswer.OFF);
            assertThat(gate(own, options -> options.environment(Map.of("PI_ANALYTICS", "1")))
                            .decision()
                            .reason())
                    .isEqualTo("you switched it off");
        }
    }

    @Test
    void whoHasNotAgreedIsNotAskedAgainBecauseThereIsMoreToAgreeTo() {
        application = withOutline("1..20");
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_NOW);
        application = withOutline("1..30");
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
    }

    @Test
    void nothingIsAskedAndNothingIsLeftBehindWithoutATerminal() {
        terminal = false;
        for (RunChoice choice : RunChoice.values()) {
            assertThat(ask(home, options -> options.forThisRun(choice))).isEqualTo(ConsentAnswer.NOT_ASKED);
        }
        assertThat(ask(home, options -> options.askShare(0.5))).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(hint(options -> options)).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "DO_NOT_TRACK,1",
        "PI_ANALYTICS,0",
        "PI_ANALYTICS,off",
        "PI_ANALYTICS,perhaps",
        "PI_ANALYTICS,1",
        "CI,true",
        "GITHUB_ACTIONS,true",
        "JENKINS_URL,http://127.0.0.1/"
    })
    void nothingIsAskedAndNothingIsLeftBehindUnderAVariableThatDecides(String variable, String value) {
        UnaryOperator<AnalyticsOptions.Builder> surroundings = options -> options.environment(Map.of(variable, value));
        assertThat(ask(home, surroundings)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(hint(surroundings)).isEmpty();
        assertThat(sitter.questions).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"analytics\": false}",
                "{\"analytics\": {\"mode\": \"disabled\"}}",
                "{\"analytics\": \"yes\"}",
                "{\"analytics\": {\"version\": 2, \"mode\": \"off\"}}",
                "[]",
                ""
            })
    void aNoAndAFileThatCannotBeReadAreLeftAloneByteForByte(String settings) throws IOException {
        Files.writeString(home.resolve("settings.json"), settings);
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(hint(options -> options)).isEmpty();
        assertThat(home.resolve("settings.json")).hasContent(settings);
        assertThat(names(home)).containsExactly("settings.json");
    }

    @Test
    void oneWhoSwitchedItOffForEverIsNotAskedOnRequestEither() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": {\"mode\": \"disabled\"}}");
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.NOT_ASKED);
    }

    @Test
    void theAdministratorsFileAndANoOfThisRunAreStrongerThanTheQuestion() throws IOException {
        Files.createFile(home.resolve("analytics-off"));
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.NOT_ASKED);
        Files.delete(home.resolve("analytics-off"));
        assertThat(ask(home, options -> options.forThisRun(RunChoice.OFF))).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aNoThatCouldNotBeStoredIsNotAskedOverInTheSameRun() {
        ConsentStore full = new ConsentStore() {
            @Override
            public String read() {
                return null;
            }

            @Override
            public boolean replace(String expected, String replacement) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        Gate gate = gate(home, options -> options.consentStore(full));
        assertThat(gate.mayAsk()).isTrue();
        new ConsentChanges(gate, application).withdraw();
        assertThat(gate.mayAsk()).isFalse();
    }

    @Test
    void aNoElsewhereWhileTheProgramRunsIsHeard() throws IOException {
        FirstQuestion question = question(home, options -> options);
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": false}");
        assertThat(question.ask(sitter)).isEqualTo(ConsentAnswer.NOT_ASKED);
    }

    @Test
    void whereItCannotBeRememberedItIsNotAskedUnlessRequested() throws IOException {
        Files.createFile(home.resolve("state"));
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(hint(options -> options)).isEmpty();
        assertThat(ask(home, options -> options.forThisRun(RunChoice.ASK))).isEqualTo(ConsentAnswer.NOT_NOW);
    }

    @Test
    void notNowLeavesOneMarkerThatTheUserAloneCanReadAndThatHoldsTheCatalogAndNoId() throws IOException {
        ask(home, options -> options);
        assertThat(names(home)).containsExactly("state", "state/asked");
        Path marker = home.resolve("state/asked");
        assertThat(marker)
                .hasContent(String.join(
                        "\n", gate(home, options -> options).outline().all(ConsentMode.IDENTIFIED)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(marker)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("state"))))
                .isEqualTo("rwx------");
        byte[] bytes = Files.readAllBytes(marker);
        Path other = home.resolve("other");
        ask(other, options -> options);
        assertThat(other.resolve("state/asked"))
                .as("the same bytes on every machine")
                .hasBinaryContent(bytes);
    }

    @Test
    void aLinkInThePlaceOfTheStateDirectoryOrTheMarkerIsNotWrittenThrough() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve("state"), elsewhere);
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(home.resolve("state"));
        Files.createDirectory(home.resolve("state"));
        Path mine = Files.writeString(elsewhere.resolve("mine"), "mine");
        Files.createSymbolicLink(home.resolve("state/asked"), mine);
        ask(home, options -> options.forThisRun(RunChoice.ASK));
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aShareOfNothingAsksNobodyAndAShareOfAllEverybodyWithoutADraw() {
        drawn = 0;
        assertThat(ask(home, options -> options.askShare(0))).isEqualTo(ConsentAnswer.NOT_ASKED);
        assertThat(home).isEmptyDirectory();
        drawn = Math.nextDown(1.0);
        assertThat(ask(home, options -> options.askShare(1))).isEqualTo(ConsentAnswer.NOT_NOW);
        assertThat(names(home)).containsExactly("state", "state/asked");
    }

    @Test
    void aShareIsDrawnOnceAndTheMarkerOfThoseLeftOutHoldsNothingButTheShare() {
        Random seeded = new Random(20261121);
        int asked = 0;
        for (int installation = 0; installation < 200; installation++) {
            Path own = home.resolve("home" + installation);
            drawn = seeded.nextDouble();
            boolean first = ask(own, options -> options.askShare(0.5)) != ConsentAnswer.NOT_ASKED;
            asked += first ? 1 : 0;
            for (int run = 0; run < 3; run++) {
                drawn = seeded.nextDouble();
                assertThat(ask(own, options -> options.askShare(0.5))).isEqualTo(ConsentAnswer.NOT_ASKED);
            }
            if (first) {
                assertThat(names(own)).containsExactly("state", "state/asked");
            } else {
                assertThat(names(own)).containsExactly("state", "state/not-drawn");
                assertThat(own.resolve("state/not-drawn")).hasContent("0.5\n");
            }
        }
        assertThat(asked).isBetween(80, 120);
    }

    @Test
    void aLargerShareLaterDrawsFromThoseLeftOutSoManyThatAllInAllItIsTheShare() {
        Random seeded = new Random(38);
        int asked = 0;
        for (int installation = 0; installation < 300; installation++) {
            Path own = home.resolve("home" + installation);
            for (double share : new double[] {0.2, 0.5, 0.3}) {
                drawn = seeded.nextDouble();
                asked += ask(own, options -> options.askShare(share)) == ConsentAnswer.NOT_ASKED ? 0 : 1;
            }
        }
        assertThat(asked).isBetween(125, 175);
    }

    @Test
    void theShareIsNotForThoseWhoAskToBeAskedOrHaveAgreed() {
        sitter.answer = "anonymous";
        application = withOutline("1..20");
        assertThat(ask(home, options -> options.askShare(0).forThisRun(RunChoice.ASK)))
                .isEqualTo(ConsentAnswer.ANONYMOUS);
        application = withOutline("1..30");
        assertThat(ask(home, options -> options.askShare(0))).isEqualTo(ConsentAnswer.ANONYMOUS);
    }

    @Test
    void onlyTheModesThatTheApplicationOffersAreOfferedAndTaken() {
        application = withModes(ConsentMode.ANONYMOUS);
        sitter.answer = "identified";
        assertThat(ask(home, options -> options)).isEqualTo(ConsentAnswer.NOT_NOW);
        assertThat(sitter.questions.get(0)).contains("\n  anonymous ").doesNotContain("identified");
        assertThat(gate(home, options -> options).stored().state()).isEqualTo(ConsentState.UNDECIDED);
    }

    @Test
    void theHintIsShownOnceEverToOneWhoWasNotAskedAndLeavesAnEmptyMarker() {
        String hint = hint(options -> options.askShare(0));
        assertThat(hint).contains("unless you agree").contains("privacy on");
        assertThat(hint).as("two lines of a terminal").hasSizeLessThanOrEqualTo(160);
        assertThat(hint(options -> options.askShare(0))).isEmpty();
        assertThat(home.resolve("state/hinted")).isEmptyFile();
        assertThat(names(home)).containsExactly("state", "state/hinted");
    }

    @Test
    void oneWhoWasAskedOrHasDecidedIsNotHintedAt() throws IOException {
        ask(home, options -> options);
        assertThat(hint(options -> options)).isEmpty();
        Files.delete(home.resolve("state/asked"));
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        assertThat(hint(options -> options)).isEmpty();
    }

    @Test
    void theQuestionNamesRecipientPurposeLimitsRetentionAndTheWayBackInAtMostTwelveLinesOfEightyColumns() {
        ask(home, options -> options);
        String question = sitter.questions.get(0);
        assertThat(question)
                .contains("pi.example (Example Inc.), in EU, kept for 90 days")
                .contains("to answer 3 questions, such as: How often does the edit tool fail")
                .contains("Never       free text: no prompts, no file names or contents, no messages")
                .contains("Withdraw    at any time: privacy off")
                .endsWith("\nType one of these words; Enter, or anything else, is a no: ");
        assertThat(question.lines())
                .containsSubsequence(
                        "  off         send nothing, and keep it so",
                        "  anonymous   send events, without any id",
                        "  identified  send events, with a random tracking id",
                        "  not now     send nothing, and leave it open; this is asked only once");
        assertThat(question)
                .as("no answer is commended, and none is preselected")
                .doesNotContainPattern("(?i)default|recommend|\\[|\\*|>|help us|please|better|improve");
        assertFits(question);
        assertThat(sitter.told).allSatisfy(FirstQuestionTest::assertFits);
    }

    @Test
    void theQuestionAndItsAnswerFitANarrowTerminalAndLoseNothing() {
        ask(home.resolve("wide"), options -> options);
        for (int columns : new int[] {50, 40, 30}) {
            sitter.columns = columns;
            ask(home.resolve("home" + columns), options -> options);
            String question = sitter.questions.get(sitter.questions.size() - 1);
            assertThat(question.lines()).allMatch(line -> line.length() <= columns);
            assertThat(question.replaceAll("\\s+", " "))
                    .isEqualTo(sitter.questions.get(0).replaceAll("\\s+", " "));
            assertThat(sitter.told.get(sitter.told.size() - 1).lines()).allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void theWayBackThatIsNamedAfterAnAnswerIsOne() {
        for (String answer : List.of("off", "anonymous", "identified")) {
            sitter.answer = answer;
            ask(home.resolve(answer), options -> options);
        }
        assertThat(sitter.told)
                .extracting(told -> told.replaceAll("\\s+", " ").strip().replaceFirst(".*To change", "To change"))
                .containsExactly(
                        "To change it: privacy on.", "To change it: privacy off.", "To change it: privacy off.");
    }

    @Test
    void theQuestionFitsForNamesOfAnyLengthAndNeverLosesRegionAndRetention() {
        Random seeded = new Random(80);
        for (int round = 0; round < 200; round++) {
            String name = words(seeded, 1 + seeded.nextInt(32)).replace(' ', 'x');
            application = ApplicationType.named("a" + name.substring(1))
                    .controller(words(seeded, 1 + seeded.nextInt(200)), "privacy@pi.example", "https://pi.example/")
                    .recipient(
                            words(seeded, 1 + seeded.nextInt(200)),
                            "https://pi.example/api",
                            "EU" + words(seeded, seeded.nextInt(100)),
                            36_500,
                            RecipientProtocol.VITRINE)
                    .mode(ConsentMode.ANONYMOUS)
                    .mode(ConsentMode.IDENTIFIED)
                    .outline(() -> new String[0])
                    .build();
            Path own = home.resolve("home" + round);
            ask(own, options -> options);
            String question = sitter.questions.get(round);
            assertFits(question);
            assertThat(question.replaceAll("\\s+", " ")).contains("in EU").contains("36500 days");
        }
    }

    @Test
    void aCatalogCannotSteerTheTerminal() {
        application = ApplicationType.named("pi")
                .controller("Evil\u001b[2J\nInc.", "privacy@pi.example", "https://pi.example/")
                .recipient("pi\u0007", "https://pi.example/api", "E\u202eU", 9, RecipientProtocol.VITRINE)
                .mode(ConsentMode.ANONYMOUS)
                .build();
        ask(home, options -> options);
        assertThat(sitter.questions.get(0)).doesNotContain("\u001b", "\u0007", "\u202e", "Evil\n");
    }

    @Test
    void aLineIsReadToItsEndAndNotFurther() throws IOException {
        assertThat(line("off\nnext")).isEqualTo("off/next");
        assertThat(line("off\rnext")).isEqualTo("off/next");
        assertThat(line("\nnext")).isEqualTo("/next");
        assertThat(line("off"))
                .as("the end of input before the line's is no answer")
                .isEqualTo("null/");
        assertThat(line("of\u0003f\n")).as("Ctrl-C in a raw terminal").isEqualTo("null/f\n");
        assertThat(line("\u0004\n")).as("Ctrl-D in a raw terminal").isEqualTo("null/\n");
        assertThat(line("x".repeat(10_000) + "\nnext")).isEqualTo("x".repeat(80) + "/next");
    }

    private static String line(String input) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        String line = ConsoleDialogue.readLine(in);
        return line + '/' + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertFits(String text) {
        assertThat(text.lines())
                .hasSizeLessThanOrEqualTo(12)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static String words(Random random, int length) {
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(random.nextInt(12) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return words.toString();
    }

    private ConsentAnswer ask(Path own, UnaryOperator<AnalyticsOptions.Builder> with) {
        return question(own, with).ask(sitter);
    }

    private FirstQuestion question(Path own, UnaryOperator<AnalyticsOptions.Builder> with) {
        AnalyticsOptions options = options(own, with);
        Gate gate = gate(own, options);
        return new FirstQuestion(application, options, gate, new ConsentChanges(gate, application), () -> drawn);
    }

    private String hint(UnaryOperator<AnalyticsOptions.Builder> with) {
        AnalyticsOptions options = options(home, with);
        return new Hint(application, options, gate(home, options)).once();
    }

    private Gate gate(Path own, UnaryOperator<AnalyticsOptions.Builder> with) {
        return gate(own, options(own, with));
    }

    private Gate gate(Path own, AnalyticsOptions options) {
        Places places = new Places(own.resolve("settings.json"), own.resolve("state"), own.resolve("analytics-off"));
        return new Gate(application, options, new Surroundings(places, () -> terminal, () -> 20_000));
    }

    private static AnalyticsOptions options(Path own, UnaryOperator<AnalyticsOptions.Builder> with) {
        return with.apply(AnalyticsOptions.builder().environment(Map.of())).build();
    }

    private static ApplicationType withModes(ConsentMode... modes) {
        return pi("1..20", modes);
    }

    private static ApplicationType withOutline(String attempts) {
        return pi(attempts, ConsentMode.values());
    }

    private static ApplicationType pi(String attempts, ConsentMode... modes) {
        ApplicationType.Builder pi = ApplicationType.named("pi")
                .controller("Example Inc.", "privacy@pi.example", "https://pi.example/privacy")
                .recipient("pi.example", "https://pi.example/api/analytics", "EU", 90, RecipientProtocol.VITRINE)
                .outline(() -> new String[] {
                    "edit-tool-outcome 2099-05-29\n edit-tool-outcome.question=Why?\n edit-tool-outcome.attempts="
                            + attempts + "\n"
                            + "shell-started 2099-05-29 Shell started\n shell-started.question=How often is the shell started?\n"
                })
                .experiments(PiAnalytics.type()::experiments);
        for (ConsentMode mode : modes) {
            pi.mode(mode);
        }
        return pi.build();
    }

    private String status() {
        AnalyticsOptions options = options(home, with -> with);
        Page page = new Page();
        new StatusPage(application, options, gate(home, options)).text(page);
        return flat(page.toString());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> !path.equals(directory))
                    .map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
