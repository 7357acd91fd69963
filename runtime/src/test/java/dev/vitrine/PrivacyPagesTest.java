package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.reading.Columns;
import dev.vitrine.internal.reading.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the privacy commands answer: for terminals of any width, and for programs. */
class PrivacyPagesTest {
    private static final List<String> COMMANDS = List.of(
            "status",
            "show",
            "show edit-tool-outcome",
            "changes",
            "preview",
            "log",
            "hint",
            "help",
            "on",
            "on identified",
            "reset-id",
            "off",
            "forget",
            "disable",
            "on",
            "stauts",
            "show nothing",
            "log 9");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @TempDir
    private Path home;

    private final LoopbackRecipient recipient = new LoopbackRecipient();

    @AfterEach
    void stop() {
        recipient.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void everyAnswerFitsTheTerminalButForTheBytesOfRequests(int columns) {
        try (PiAnalytics analytics = open(Map.of())) {
            for (String command : COMMANDS) {
                String text = analytics
                        .privacy()
                        .forColumns(columns)
                        .run(command.split(" "))
                        .text();
                assertThat(text.lines().filter(line -> !line.strip().startsWith("{")))
                        .as(command)
                        .allMatch(line -> Columns.of(line) <= columns)
                        .allMatch(line -> line.equals(line.stripTrailing()));
                assertThat(text).doesNotContain("`", "\u001B", "Exception");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void wideCombiningAndEndlessWordsStayInsideThePage(int columns) {
        Random random = new Random(6);
        String[] words = {"分析", "データを送信しません", "e\u0301tude", "🦉", "a", "https://example.org/" + "x".repeat(90), "word"
        };
        for (int run = 0; run < 500; run++) {
            StringBuilder said = new StringBuilder("begin");
            for (int i = random.nextInt(30); i > 0; i--) {
                said.append(' ').append(words[random.nextInt(words.length)]);
            }
            Page page = new Page(columns);
            page.paragraph(said.toString()).entry("label", 14, said.toString()).indented(6, said.toString());

            assertThat(page.toString().lines()).allMatch(line -> Columns.of(line) <= columns);
            assertThat(page.toString().replaceAll("\\s", ""))
                    .as("nothing is lost")
                    .isEqualTo((said + "label" + said + said).replaceAll("\\s", ""));
        }
    }

    @Test
    void columnsAreCountedAsTerminalsCountThem() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("分析")).isEqualTo(4);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
        assertThat(Columns.of("🦉")).isEqualTo(2);
        assertThat(Columns.beginning("a分b", 2)).isEqualTo("a");
    }

    @Test
    void everyCommandAnswersWithOneJsonObjectInOneLineThatSaysWhoAnsweredAndWhetherItWasDone() {
        try (PiAnalytics analytics = open(Map.of())) {
            for (String command : COMMANDS) {
                Privacy privacy = analytics.privacy();
                PrivacyAnswer answer = privacy.run((command + " --json").split(" "));

                assertThat(answer.text()).as(command).endsWith("}\n").containsOnlyOnce("\n");
                JsonNode json = STRICT.readTree(answer.text());
                assertThat(json.propertyNames()).as(command).startsWith("command", "exitCode");
                assertThat(json.path("command").asString()).isEqualTo(command.split(" ")[0]);
                assertThat(json.path("exitCode").asInt()).isEqualTo(answer.exitCode());
                if (List.of("status", "show", "changes", "preview", "log", "help")
                        .contains(command)) {
                    assertThat(privacy.inJson().run(command.split(" ")).text())
                            .as("the same again")
                            .isEqualTo(answer.text());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"show nothing", "log 9", "forget me"})
    void whatIsNotThereIsAnsweredInJsonWithAProblemInPlaceOfTheOtherMembers(String command) {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(json(analytics, command).propertyNames()).containsExactly("command", "exitCode", "problem");
        }
    }

    @Test
    void statusInJsonTellsWhatItsTextTells() {
        try (PiAnalytics analytics = open(Map.of())) {
            JsonNode undecided = json(analytics, "status");
            assertThat(undecided.path("on").asBoolean()).isFalse();
            assertThat(undecided.path("mode").isNull()).isTrue();
            assertThat(undecided.path("rule").asString()).isEqualTo("undecided");
            assertThat(undecided.path("stored").path("state").asString()).isEqualTo("undecided");

            analytics.privacy().run("on", "identified");
            JsonNode identified = json(analytics, "status");
            assertThat(identified.path("mode").asString()).isEqualTo("identified");
            assertThat(identified.path("stored").path("trackingId").asString()).matches("[0-9a-f-]{36}");
            assertThat(identified.path("recipient").path("name").asString()).isEqualTo("pi.example");
            assertThat(identified.path("recipient").path("inItsPlace").asString())
                    .isEqualTo(recipient.uri().toString());
        }
    }

    @Test
    void showInJsonIsTheCatalogItselfWithTheLiveValues() throws IOException {
        try (PiAnalytics analytics = open(Map.of())) {
            JsonNode shown = json(analytics, "show");
            try (var catalog = PiAnalytics.class.getResourceAsStream("/META-INF/vitrine/pi/catalog.json")) {
                assertThat(shown.path("catalog")).isEqualTo(STRICT.readTree(catalog));
            }
            assertThat(shown.path("liveValues").path("edit-tool-outcome").path("model"))
                    .extracting(JsonNode::asString)
                    .containsExactly("claude-sonnet-4", "gpt-5", "llama-4", "other");
            assertThat(json(analytics, "show edit-tool-outcome").path("experiment"))
                    .isEqualTo(shown.path("catalog").path("experiments").get(0));
        }
    }

    /** While nobody answers, a request waits a minute for company, and so long it is nowhere but in memory. */
    @Test
    void statusAndPreviewCountWhatIsInTheMemoryOfAProgramOnly() {
        recipient.answer(503);
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            analytics.events().shellStarted();
            await().until(() -> analytics.privacy().status().text().contains("Waiting       1 event,"));
            analytics.events().shellStarted();

            await().until(() -> analytics.privacy().status().text().contains("In memory     1 event,"));
            assertThat(analytics.privacy().inJson().status().text()).contains("\"unfinishedEvents\":1");
            assertThat(analytics.privacy().preview().text()).contains("1 event is in the memory of a program");
        }
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().status().text())
                    .contains("2 events, to")
                    .doesNotContain("In memory");
        }
    }

    @Test
    void previewShowsTheVeryRequestThatIsSentButForItsRandomNumberAndItsValues() {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on", "identified");
            JsonNode next = json(analytics, "preview").path("next");
            String previewed = next.get(2).path("body").asString();
            assertThat(next.get(2).path("experiment").asString()).isEqualTo("shell-started");
            assertThat(analytics.privacy().preview().text()).contains(previewed);
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(20)).until(() -> recipient.events() == 1);

            assertThat(recipient
                            .bodies()
                            .get(0)
                            .replaceFirst("\"batch\":\"[0-9a-f]{32}\"", "\"batch\":\"" + "0".repeat(32) + '"'))
                    .isEqualTo(previewed);
        }
    }

    @Test
    void theLogIsShownAPageAtATimeTheNewestFirst() throws IOException {
        Files.createDirectories(home.resolve("state"));
        StringBuilder sent = new StringBuilder();
        for (int i = 1; i <= 45; i++) {
            sent.append("{\"batch\":\"").append(i).append("\",\"odd\":\"\\u00e9 \\\"\"}\n");
        }
        Files.writeString(home.resolve("state/sent.jsonl"), sent);
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().log().text())
                    .contains("{\"batch\":\"41\",", "{\"batch\":\"45\",")
                    .doesNotContain("\"40\"")
                    .contains("45 requests", "page 3 of 3", "privacy log 2");
            assertThat(analytics.privacy().run("log", "1").text())
                    .contains("{\"batch\":\"1\",", "{\"batch\":\"20\",", "privacy log 2")
                    .doesNotContain("\"21\"", "privacy log 0");
            assertThat(analytics.privacy().run("log", "4").exitCode()).isEqualTo(2);
            assertThat(analytics.privacy().run("log", "0").exitCode()).isEqualTo(2);
            JsonNode page = json(analytics, "log 2");
            assertThat(page.path("requests").asInt()).isEqualTo(45);
            assertThat(page.path("pages").asInt()).isEqualTo(3);
            assertThat(page.path("bodies")).hasSize(20);
            assertThat(page.path("bodies").get(0).asString())
                    .as("byte for byte")
                    .isEqualTo(sent.toString().lines().toList().get(20));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stauts, status",
        "statsu, status",
        "pre, preview",
        "resetid, reset-id",
        "dissable, disable",
        "on identifed, on identified",
        "on anon, on anonymous",
        "show edit-tool, show edit-tool-outcome",
        "show edit-tol, show edit-tool-outcome",
        "show poject, show project-opened",
        "off now, off",
        "stauts help, status",
        "on --identified, on identified"
    })
    void anUnknownCommandIsAnsweredWithTheNearestOne(String typed, String meant) {
        try (PiAnalytics analytics = open(Map.of())) {
            PrivacyAnswer answer = analytics.privacy().run(typed.split(" "));
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.text().replaceAll("\\s+", " ")).contains("Did you mean: privacy " + meant + "?");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aWordThatIsNearNothingIsNotGuessedAt() {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().run("xylophone").text()).doesNotContain("Did you mean");
        }
    }

    @Test
    void showTellsASetFromAChoiceAndSaysWhenAnEventTellsNothing() {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().show("edit-tool-outcome").text()).contains("one of these:");
            assertThat(analytics.privacy().show("shell-started").text())
                    .contains("that it happened, and nothing else")
                    .doesNotContain("0.0 bits");
        }
    }

    private JsonNode json(PiAnalytics analytics, String command) {
        return STRICT.readTree(
                analytics.privacy().inJson().run(command.split(" ")).text());
    }

    private PiAnalytics open(Map<String, String> environment) {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(environment)
                .loopbackEndpoint(recipient.uri())
                .build());
    }
}
