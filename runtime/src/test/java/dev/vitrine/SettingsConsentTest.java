package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision in settings.json, through the API that applications and users have. */
class SettingsConsentTest {
    @TempDir
    private Path home;

    @Test
    void nothingStoredIsUndecidedAndOffAndWritesNothing() throws IOException {
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.UNDECIDED);
            assertThat(analytics.consent().decision().isOn()).isFalse();
            assertThat(analytics.isRecording()).isFalse();
            analytics.events().editToolOutcome("gpt-5", dev.vitrine.fixture.EditToolOutcome.Outcome.APPLIED, 1);
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aGrantIsStoredBesideWhatTheUserWroteAndOpensTheRecordersAtOnce() throws IOException {
        String before = "{\r\n\t// mine\r\n\t\"theme\": \"dark\" // not light\r\n}\r\n";
        write(before);
        try (PiAnalytics analytics = open(Map.of())) {
            ConsentChange change = analytics.consent().grant(ConsentMode.IDENTIFIED);

            assertThat(change.stored()).as(change.explanation()).isTrue();
            assertThat(analytics.isRecording()).isTrue();
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.IDENTIFIED);
        }
        assertThat(read())
                .startsWith(
                        "{\r\n\t// mine\r\n\t\"theme\": \"dark\", // not light\r\n\t\"analytics\": {\"version\": 1, \"mode\":"
                                + " \"identified\", \"decidedOn\": \"")
                .containsPattern("\"trackingId\": \"[0-9a-f-]{36}\"")
                .contains("\"scope\": [\"pi.example\", ", "\"edit-tool-outcome.attempts=1..20\"")
                .endsWith("]}\r\n}\r\n");
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.isRecording()).isTrue();
        }
    }

    @Test
    void aWithdrawalShutsAtOnceAndTakesTheTrackingIdAway() throws IOException {
        write("{}");
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.consent().grant(ConsentMode.IDENTIFIED);
            ConsentChange change = analytics.consent().withdraw();

            assertThat(change.stored()).as(change.explanation()).isTrue();
            assertThat(analytics.isRecording()).isFalse();
        }
        assertThat(read()).contains("\"mode\": \"off\"").doesNotContain("trackingId");
    }

    @Test
    void aDecisionTypedByHandIsCompletedWhenItIsFirstRead() throws IOException {
        write("{\"analytics\": true, \"theme\": 1}");
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.isRecording()).isTrue();
        }
        assertThat(read())
                .startsWith("{\"analytics\": {\"version\": 1, \"mode\": \"anonymous\"")
                .contains("\"scope\": [\"pi.example\"")
                .doesNotContain("trackingId")
                .endsWith(", \"theme\": 1}");
    }

    @Test
    void doNotTrackHoldsAgainstAGrantWithoutTouchingTheFile() throws IOException {
        write("{\"analytics\": true}");
        try (PiAnalytics analytics = open(Map.of("DO_NOT_TRACK", "1"))) {
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.privacy().status().text()).contains("DO_NOT_TRACK is set");
        }
        assertThat(read()).isEqualTo("{\"analytics\": true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"analytics\": {\"mode\": \"anonym",
                "{\"analytics\": {\"mode\": true}}",
                "{\"analytics\": \"true\"}",
                "{\"analytics\": {\"version\": 2, \"mode\": \"anonymous\"}}",
                "{\"analytics\": false, \"analytics\": true}",
                "{\"analytics\": null}",
                "\u00ff"
            })
    void failure1And2AFileThatSaysNothingClearIsOffIsNotRewrittenAndStatusSaysWhy(String content) throws IOException {
        byte[] bytes = content.equals("\u00ff")
                ? new byte[] {'{', (byte) 0xFF, '}'}
                : content.getBytes(StandardCharsets.UTF_8);
        Files.createDirectories(settings().getParent());
        Files.write(settings(), bytes);
        try (PiAnalytics analytics = open(Map.of("PI_ANALYTICS", "1"))) {
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.UNREADABLE);
            assertThat(analytics.privacy().status().text()).contains("understood");
        }
        assertThat(Files.readAllBytes(settings())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"analytics\": {\"version\": 2, \"mode\": \"disabled\"}}",
                "{\"analytics\": {\"version\": 1, \"mode\": \"disabled\", \"decidedOn\": 5}}"
            })
    void aNoForEverStandsWhateverElseBesideItCannotBeUnderstood(String content) throws IOException {
        Files.createDirectories(settings().getParent());
        Files.writeString(settings(), content);
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.DISABLED);
            assertThat(analytics.consent().grant(ConsentMode.ANONYMOUS).stored())
                    .isFalse();
            assertThat(analytics.isRecording()).isFalse();
        }
        assertThat(settings()).hasContent(content);
    }

    @Test
    void whereNobodyCanTellWhetherANoIsStoredItIsOffWhateverTheVariableSaysAndStatusSaysWhy() throws IOException {
        // A folder that may not be searched hides a no in the same way; root may search any.
        Path folder = settings().getParent();
        Files.createSymbolicLink(folder, folder);
        try (PiAnalytics analytics = open(Map.of("PI_ANALYTICS", "1"))) {
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.UNREADABLE);
            assertThat(analytics.privacy().status().text().replaceAll("\\s+", " "))
                    .contains(settings() + ": Too many levels of symbolic links");
        }
    }

    @Test
    void belowAFileNothingIsStored() throws IOException {
        Files.createFile(settings().getParent());
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(analytics.consent().state()).isEqualTo(ConsentState.UNDECIDED);
        }
    }

    @Test
    void aNoIsStoredOnAnInterruptedThreadWhichStaysInterrupted() throws IOException {
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);

            Thread.currentThread().interrupt();
            ConsentChange change = analytics.consent().withdraw();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(change.stored()).as(change.explanation()).isTrue();
        }
        assertThat(read()).contains("\"mode\": \"off\"");
    }

    @Test
    void aYesGivenOrTypedByHandIsStoredOnAnInterruptedThreadWhichStaysInterrupted() throws IOException {
        write("{\"analytics\": true}");
        Thread.currentThread().interrupt();
        try (PiAnalytics analytics = open(Map.of())) {
            assertThat(Thread.interrupted()).isTrue();
            assertThat(analytics.isRecording()).isTrue();
            assertThat(read()).contains("\"scope\": [");

            Thread.currentThread().interrupt();
            ConsentChange change = analytics.consent().grant(ConsentMode.IDENTIFIED);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(change.stored()).as(change.explanation()).isTrue();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes as POSIX has them")
    void settingsThatBecomeEverybodysAreANoWhileTheProgramRuns() throws IOException {
        write("{}");
        try (PiAnalytics analytics = open(Map.of())) {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            // So that nothing but the mode tells of a change: a file that was just written is read again in any case.
            Files.setLastModifiedTime(settings(), FileTime.fromMillis(0));
            assertThat(analytics.consent().decision().isOn()).isTrue();

            Files.setPosixFilePermissions(settings(), PosixFilePermissions.fromString("rw-rw-rw-"));

            assertThat(analytics.consent().decision().isOn()).isFalse();
        }
    }

    private PiAnalytics open(Map<String, String> environment) {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(settings())
                .stateDirectory(home.resolve("state"))
                .environment(environment)
                .build());
    }

    private Path settings() {
        return home.resolve("config/settings.json");
    }

    private void write(String content) throws IOException {
        Files.createDirectories(settings().getParent());
        Files.writeString(settings(), content);
    }

    private String read() throws IOException {
        return Files.readString(settings());
    }
}
