package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the table of states in the module's README, row by row: what it says is what happens. */
class StatesTest {
    private static final Path README = Path.of(System.getProperty("project.basedir", ""), "README.md");

    @TempDir
    private Path home;

    /** One row of the table. */
    record Row(String state, String stored, String sent, String change) {
        @Override
        public String toString() {
            return state;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(README).stream()
                .dropWhile(line -> !line.equals("## States"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRowSaysWhatIsStoredAndSent(Row row) throws IOException {
        Map<String, String> environment = switch (row.state()) {
            case "on for this run" -> Map.of("PI_ANALYTICS", "1");
            case "blocked" -> Map.of("DO_NOT_TRACK", "1");
            default -> Map.of();
        };
        bringInto(row.state());
        String before = stored();
        try (LoopbackRecipient recipient = new LoopbackRecipient();
                PiAnalytics analytics = open(environment, recipient)) {
            analytics.events().shellStarted();
            if (row.sent().equals("nothing")) {
                assertThat(analytics.isRecording()).isFalse();
                if (row.state().equals("without a place")) {
                    assertThat(home.resolve("state")).hasContent("a file");
                } else {
                    assertThat(home.resolve("state")).doesNotExist();
                }
            } else {
                await().atMost(Duration.ofSeconds(20)).until(() -> recipient.events() == 1);
                assertThat(recipient.bodies().get(0).contains("\"trackingId\":\""))
                        .isEqualTo(row.sent().equals("the event, with the tracking id"));
            }
            assertThat(analytics.privacy().status().text()).contains("Because");
        }
        assertThatStored(row.stored(), before);
        assertThatEachCommandChangesIt(row, environment);
    }

    private void bringInto(String state) throws IOException {
        switch (state) {
            case "undecided", "on for this run" -> {}
            case "off" -> consent().withdraw();
            case "off for ever" -> consent().disable();
            case "unreadable" -> Files.writeString(settings(), "{\"analytics\": {\"mode\": true}}");
            case "anonymous" -> consent().grant(ConsentMode.ANONYMOUS);
            case "identified", "blocked" -> consent().grant(ConsentMode.IDENTIFIED);
            case "without a place" -> {
                Files.deleteIfExists(home.resolve("state"));
                consent().grant(ConsentMode.IDENTIFIED);
                Files.writeString(home.resolve("state"), "a file");
            }
            default -> throw new IllegalArgumentException("no test knows the state " + state);
        }
    }

    private Consent consent() {
        try (LoopbackRecipient unused = new LoopbackRecipient();
                PiAnalytics analytics = open(Map.of(), unused)) {
            return analytics.consent();
        }
    }

    private void assertThatStored(String cell, String before) throws IOException {
        assertThat(stored()).isEqualTo(before);
        switch (cell) {
            case "nothing" -> assertThat(settings()).doesNotExist();
            case "what was there, untouched", "what was decided, untouched" ->
                assertThat(before).isNotEmpty();
            default -> {
                for (String part : cell.split(", ")) {
                    switch (part) {
                        case "the scope" -> assertThat(before).contains("\"scope\": [\"pi.example\"");
                        case "the number of this yes" ->
                            assertThat(before).containsPattern("\"grant\": [1-9][0-9]{0,3},");
                        case "a tracking id" -> assertThat(before).containsPattern("\"trackingId\": \"[0-9a-f-]{36}\"");
                        default -> assertThat(before).contains(part.replace("`", ""));
                    }
                }
                if (!cell.contains("a tracking id")) {
                    assertThat(before).doesNotContain("trackingId");
                }
            }
        }
    }

    /** Commands of the last column that are {@code privacy …} do something; where none stands, none does. */
    private void assertThatEachCommandChangesIt(Row row, Map<String, String> environment) throws IOException {
        List<String> commands = Stream.of(row.change().split(", "))
                .map(command -> command.replace("`", ""))
                .filter(command -> command.startsWith("privacy "))
                .toList();
        for (String command : commands.isEmpty() ? List.of("privacy on") : commands) {
            String before = stored();
            try (LoopbackRecipient unused = new LoopbackRecipient();
                    PiAnalytics analytics = open(environment, unused)) {
                analytics.privacy().run(command.substring("privacy ".length()).split(" "));
                if (row.state().equals("off for ever")) {
                    assertThat(stored()).as(command).isEqualTo(before);
                } else if (List.of("blocked", "without a place").contains(row.state())) {
                    assertThat(analytics.isRecording()).as(command).isFalse();
                } else {
                    assertThat(stored()).as(command).isNotEqualTo(before);
                }
            }
            Files.deleteIfExists(settings());
            bringInto(row.state());
        }
    }

    private PiAnalytics open(Map<String, String> environment, LoopbackRecipient recipient) {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(settings())
                .stateDirectory(home.resolve("state"))
                .environment(environment)
                .loopbackEndpoint(recipient.uri())
                .build());
    }

    private Path settings() {
        return home.resolve("settings.json");
    }

    private String stored() throws IOException {
        return Files.exists(settings()) ? Files.readString(settings()) : "";
    }
}
