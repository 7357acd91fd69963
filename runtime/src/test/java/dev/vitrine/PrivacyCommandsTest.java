package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.LoopbackRecipient;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The privacy command, as a user types it. */
class PrivacyCommandsTest {
    @TempDir
    private Path home;

    private final LoopbackRecipient recipient = new LoopbackRecipient();

    @AfterEach
    void stop() {
        recipient.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "status", "show", "show edit-tool-outcome", "changes", "preview", "help", "STATUS", " show "
            })
    void aPageFitsTheTerminalAndChangesNothing(String command) {
        try (PiAnalytics analytics = open(Map.of())) {
            PrivacyAnswer answer = analytics.privacy().run(command.split(" "));

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.text()).endsWith("\n");
            assertThat(answer.text().lines().filter(line -> !line.startsWith("    {")))
                    .allMatch(line -> line.length() <= 80);
        }
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "on yes",
                "on anonymous please",
                "off now",
                "enable",
                "show nothing-like-this",
                "on,",
                "--on"
            })
    void anUnknownWordChangesNothingAndSaysSo(String command) {
        try (PiAnalytics analytics = open(Map.of())) {
            PrivacyAnswer answer = analytics.privacy().run(command.split(" "));

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.text()).contains("There is no ");
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void showTellsEachFieldWithTheValuesThatCanBeSentNow() {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().show().text())
                    .contains("edit-tool-outcome", "project-opened", "shell-started", "trackingId", "pi.example");
            assertThat(analytics.privacy().show("edit-tool-outcome").text())
                    .contains("How often does the edit tool fail")
                    .contains("now one of: claude-sonnet-4, gpt-5, llama-4, other")
                    .contains("no_match: The text to replace was not found.")
                    .contains("1..20")
                    .contains("{\"model\":\"other\",\"outcome\":\"applied\",\"attempts\":1}")
                    .doesNotContain("shell-started");
        }
    }

    @Test
    void failure10ForgettingDeletesWhatIsKeptAndKeepsTheNo() throws IOException {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on", "identified");
            analytics.events().projectOpened("secret", 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> recipient.events() == 1);
            assertThat(home.resolve("state/salt")).exists();
            String id = settings().replaceFirst("(?s).*\"trackingId\": \"([^\"]*)\".*", "$1");

            PrivacyAnswer forgotten = analytics.privacy().run("forget");

            assertThat(forgotten.exitCode()).as(forgotten.text()).isZero();
            assertThat(forgotten.text().replaceAll("\\s+", " ")).contains("deleted 1 event");
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.OFF);
            assertThat(settings()).contains("\"mode\": \"off\"").doesNotContain("trackingId");
            assertThat(home.resolve("state/salt")).doesNotExist();
            assertThat(home.resolve("state/sent.jsonl")).doesNotExist();
            assertThat(analytics.privacy().log().text()).contains("Nothing is in the log");

            analytics.privacy().run("disable");
            analytics.privacy().run("forget");
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.DISABLED);
        }
    }

    @Test
    void aNoKeepsTheLogOfWhatWasSent() {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on");
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(20)).until(() -> recipient.events() == 1);
            analytics.privacy().run("off");

            assertThat(analytics.privacy().log().text())
                    .contains(recipient.bodies().get(0));
        }
    }

    @Test
    void failure11AYesThatIsBlockedIsStoredAndEveryAnswerSaysThatItIsBlocked() {
        try (PiAnalytics analytics = open(Map.of("DO_NOT_TRACK", "1"))) {
            PrivacyAnswer on = analytics.privacy().run("on");

            assertThat(on.text()).contains("DO_NOT_TRACK");
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.ANONYMOUS);
            assertThat(analytics.privacy().status().text()).contains("off").contains("DO_NOT_TRACK is set");
            assertThat(analytics.privacy().versionLine()).contains("are off");
            assertThat(analytics.isRecording()).isFalse();
        }
    }

    @Test
    void failure11ANoNeedsNoRestart() {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on");
            assertThat(analytics.privacy().versionLine()).contains("on, anonymous");
            analytics.privacy().run("off");
            assertThat(analytics.privacy().versionLine()).contains("off");
            assertThat(analytics.isRecording()).isFalse();
        }
    }

    @Test
    void offForEverIsNotUndoneByACommand() {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.privacy().run("disable").exitCode()).isZero();
            assertThat(analytics.privacy().run("on").exitCode()).isEqualTo(1);
            assertThat(analytics.privacy().run("off").exitCode()).isZero();
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.DISABLED);
        }
    }

    @Test
    void previewShowsTheBytesThatWaitForTheNetwork() {
        recipient.answer(503);
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on");
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !recipient.bodies().isEmpty());

            assertThat(analytics.privacy().preview().text())
                    .contains(recipient.bodies().get(0))
                    .contains("\"event\":\"edit-tool-outcome\",")
                    .contains("\"payload\":{\"model\":\"other\"");
        }
    }

    @Test
    void previewAndShowLeaveOutNoPseudonymThatIdentifiedWouldSend() {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on");
            assertThat(analytics.privacy().preview().text()).doesNotContain("\"project\":\"");
            analytics.privacy().on(ConsentMode.IDENTIFIED);
            assertThat(analytics.privacy().preview().text()).contains("\"project\":\"");
            assertThat(analytics.privacy().show("project-opened").text()).contains("\"project\":\"");
        }
    }

    @Test
    void theAuditLogIsTheUsersAloneInAStateDirectoryThatIsOpenToOthers() throws IOException {
        Path state = Files.createDirectories(home.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.privacy().run("on");
            analytics.events().shellStarted();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !recipient.bodies().isEmpty());
        }
        assertThat(Files.getPosixFilePermissions(state.resolve("sent.jsonl")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void withoutAHomeItIsOffAndSaysWhy() {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .environment(Map.of("PI_ANALYTICS", "1"))
                .build())) {
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.privacy().status().text()).contains("no home folder is known");
            assertThat(analytics.privacy().on(ConsentMode.ANONYMOUS).exitCode()).isEqualTo(1);
            assertThat(analytics.privacy().off().exitCode()).isEqualTo(1);
        }
    }

    static Stream<Throwable> whatAStoreCanThrow() {
        return Stream.of(
                new IllegalStateException("broken"),
                new AssertionError("broken"),
                new ServiceConfigurationError("broken"),
                new StackOverflowError("broken"),
                new InternalError("broken"),
                new InterruptedException("broken"),
                new Exception("broken"));
    }

    @ParameterizedTest
    @MethodSource("whatAStoreCanThrow")
    void aStoreOfTheApplicationsOwnThatFailsIsANoAndHarmsNobody(Throwable failure) {
        ConsentStore broken = new ConsentStore() {
            @Override
            public String read() {
                throw PrivacyCommandsTest.<RuntimeException>undeclared(failure);
            }

            @Override
            public boolean replace(String expected, String replacement) {
                throw PrivacyCommandsTest.<RuntimeException>undeclared(failure);
            }
        };
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .consentStore(broken)
                .build())) {
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.UNREADABLE);
            assertThat(analytics.consent().decision().reason()).contains("broken");
            assertThat(analytics.consent().grant(ConsentMode.ANONYMOUS).stored())
                    .isFalse();
            ConsentChange no = analytics.consent().withdraw();
            assertThat(no.stored()).isFalse();
            assertThat(no.explanation()).contains("the application's own store of decisions failed (broken)");
            assertThat(analytics.isRecording()).isFalse();
        } finally {
            assertThat(Thread.interrupted()).isEqualTo(failure instanceof InterruptedException);
        }
    }

    @Test
    void aStoreThatFailsInAWayThatCannotEvenBeToldIsANo() {
        ConsentStore broken = new ConsentStore() {
            @Override
            public String read() throws IOException {
                throw new IOException() {
                    @Override
                    public String getMessage() {
                        throw new AssertionError();
                    }
                };
            }

            @Override
            public boolean replace(String expected, String replacement) throws IOException {
                throw new AccessDeniedException("\0");
            }
        };
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .consentStore(broken)
                .build())) {
            assertThat(analytics.consent().decision().reason()).contains("the system gave no reason");
            assertThat(analytics.consent().withdraw().stored()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-2-3-4-5",
                "00000001-0002-0003-0004-00000000005",
                "{00000001-0002-0003-0004-000000000005}",
                "00000001000200030004000000000005"
            })
    void whatIsNoTrackingIdIsNotAskedFor(String typed) {
        try (PiAnalytics analytics = open(Map.of())) {
            PrivacyAnswer answer = analytics.privacy().run("forget", typed);

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.text()).contains("is no tracking id; nothing was changed");
        }
    }

    /** Has any exception thrown as if it were unchecked, as other languages of the JVM do. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T undeclared(Throwable failure) throws T {
        throw (T) failure;
    }

    private String settings() throws IOException {
        return Files.readString(home.resolve("settings.json"));
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
