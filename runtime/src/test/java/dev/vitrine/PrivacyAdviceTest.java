package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Surroundings;
import dev.vitrine.internal.platform.Places;
import dev.vitrine.internal.reading.Page;
import dev.vitrine.internal.reading.StatusPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What status advises, and what the commands say when something stands in their way: words that help as things stand. */
class PrivacyAdviceTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "undecided  | privacy on, or privacy on identified.",
                "off        | privacy on, or privacy on identified.",
                "anonymous  | privacy off, or privacy on identified.",
                "identified | privacy off, or privacy on anonymous.",
                "disabled   | remove \"analytics\" from HOME/settings.json by hand; then privacy on is possible again.",
                "mistyped   | mend HOME/settings.json by hand, or remove \"analytics\" from it.",
            })
    void theAdviceWorksInEachStoredState(String stored, String advice) throws IOException {
        store(stored);
        assertThat(status(Map.of(), null)).contains("To change it: " + advice.replace("HOME", home.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DO_NOT_TRACK | 1 | start pi without that variable. Then your decision holds again: anonymous.",
                "CI           | 1 | start pi without that variable. Then your decision holds again: anonymous.",
                "PI_ANALYTICS | 0 | start pi with another value of that variable, or none. Then your decision holds"
            })
    void theAdviceUnderAVariableNamesNoCommandThatWouldBeBlocked(String variable, String value, String advice)
            throws IOException {
        store("anonymous");
        String status = status(Map.of(variable, value), null);
        assertThat(status).contains("To change it: " + advice).doesNotContain("privacy on");
    }

    @Test
    void theAdviceUnderThisRunsChoiceAndWithoutAHomeWorksToo() throws IOException {
        assertThat(status(Map.of(), RunChoice.OFF))
                .contains("start pi without that choice. It stays off then, too, until you say yes.");
        try (PiAnalytics analytics = PiAnalytics.open(
                AnalyticsOptions.builder().environment(Map.of()).build())) {
            assertThat(flat(analytics.privacy().status().text()))
                    .contains("To change it: set the environment variable HOME to a folder of yours.");
            assertThat(analytics.privacy().versionLine())
                    .contains("privacy status")
                    .doesNotContain("privacy on");
        }
    }

    @Test
    void whereWhatIsSentCouldNotBeKeptTheAdviceBeginsWithThat() throws IOException {
        Path obstacle = Files.createFile(home.resolve("state"));
        for (String stored : new String[] {"undecided", "off"}) {
            store(stored);
            assertThat(status(Map.of(), null))
                    .contains("To change it: see that this folder can be kept, by you alone: " + obstacle
                            + ". Then privacy on, or privacy on identified.");
            try (PiAnalytics analytics = open(Map.of(), null)) {
                assertThat(analytics.privacy().versionLine())
                        .contains("privacy status")
                        .doesNotContain("privacy on");
            }
        }
    }

    @Test
    void theVersionLineNeverAdvisesWhatCannotWork() throws IOException {
        store("disabled");
        try (PiAnalytics analytics = open(Map.of(), null)) {
            assertThat(analytics.privacy().versionLine())
                    .isEqualTo("Analytics of pi are off: nothing is sent. Why, and what would change it: privacy"
                            + " status.");
        }
        store("off");
        try (PiAnalytics analytics = open(Map.of(), null)) {
            assertThat(analytics.privacy().versionLine())
                    .isEqualTo("Analytics of pi are off: nothing is sent. To change it: privacy on.");
        }
    }

    @Test
    void theReasonAfterDisableAndForgetIsStillForEver() throws IOException {
        for (String before : new String[] {"undecided", "identified", "off"}) {
            store(before);
            try (PiAnalytics analytics = open(Map.of(), null)) {
                analytics.privacy().run("disable");
                analytics.privacy().run("forget");
                assertThat(flat(analytics.privacy().status().text()))
                        .contains("Because you switched it off for ever.")
                        .contains("You decided off, for ever");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "off off, you switched it off., privacy on",
        "disable off, you switched it off for ever., by hand",
        "disable disable, you switched it off for ever., by hand",
        "disable forget off, you switched it off for ever., by hand",
        "on off forget off, you switched it off., privacy on"
    })
    void aNoThatIsSaidAgainHasTheReasonAndTheWayBackOfTheOneThatIsStored(
            String commands, String reason, String wayBack) {
        try (PiAnalytics analytics = open(Map.of(), null)) {
            for (String command : commands.split(" ")) {
                assertThat(analytics.privacy().run(command).exitCode()).isZero();
            }
            String status = flat(analytics.privacy().status().text());
            assertThat(status).contains("Because " + reason).doesNotContain("anew");
            assertThat(status.substring(status.indexOf("To change it"))).contains(wayBack);
        }
    }

    @Test
    void theAdviceForAnEmptyFileAndForOneThatEverybodyCanWriteMendsJustThat() throws IOException {
        Path settings = Files.createFile(home.resolve("settings.json"));
        assertThat(status(Map.of(), null)).contains("To change it: delete " + settings + ", or write {} into it.");

        store("anonymous");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(status(Map.of(), null)).contains("To change it: chmod o-w " + settings);
    }

    @Test
    void aGrantTypedByHandIsCompletedAndStatusSaysSo() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        assertThat(status(Map.of(), null))
                .contains("what you typed there was completed just now")
                .contains("the empty file settings.json.lock beside it lets one program at a time change it");
        assertThat(status(Map.of(), null)).doesNotContain("completed just now");
    }

    @Test
    void whatStandsInTheWayIsSaidInWordsAndNotByTheNameOfAnException() throws IOException {
        Path folder = Files.createDirectory(home.resolve("settings.json"));
        try (PiAnalytics analytics = open(Map.of(), null)) {
            for (String command : new String[] {"on", "off", "disable", "forget", "reset-id", "status"}) {
                assertThat(analytics.privacy().run(command).text())
                        .as(command)
                        .doesNotContain("Exception", "java.", "null");
            }
            assertThat(flat(analytics.privacy().run("on").text())).contains(folder + " is not a file");
        }
    }

    @Test
    void whatCannotBeForgottenIsNotSaidToBeDeleted() throws IOException {
        Path obstacle = Files.createDirectories(home.resolve("state/salt/immovable"));
        try (PiAnalytics analytics = open(Map.of(), null)) {
            PrivacyAnswer forgotten = analytics.privacy().run("forget");
            assertThat(forgotten.exitCode()).isEqualTo(1);
            assertThat(flat(forgotten.text()))
                    .contains("not everything could be deleted: " + home.resolve("state/salt"))
                    .contains("privacy forget does the rest")
                    .doesNotContain("Nothing is left here");
            assertThat(obstacle).exists();

            Files.delete(obstacle);
            assertThat(analytics.privacy().run("forget").exitCode()).isZero();
            assertThat(home.resolve("state")).isEmptyDirectory();
        }
    }

    @Test
    void settingsThatCannotBeUnderstoodKeepNothingElseFromBeingForgotten() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/sent.jsonl"), "{\"batch\":\"1\"}\n");
        Files.writeString(home.resolve("state/salt"), "salt");
        Files.writeString(home.resolve("settings.json"), "{");
        try (PiAnalytics analytics = open(Map.of(), null)) {
            PrivacyAnswer forgotten = analytics.privacy().run("forget");
            assertThat(forgotten.exitCode()).isEqualTo(1);
            assertThat(flat(forgotten.text()))
                    .contains("not everything could be deleted: " + home.resolve("settings.json"));
            assertThat(home.resolve("state")).isEmptyDirectory();
            assertThat(home.resolve("settings.json")).hasContent("{");
        }
    }

    @Test
    void whatIsOverIsListedAsOverAndNotAmongWhatWaits() {
        AnalyticsOptions options = options(Map.of(), null);
        Places places = new Places(home.resolve("settings.json"), home.resolve("state"), null);
        Gate gate = new Gate(
                PiAnalytics.type(),
                options,
                new Surroundings(
                        places, () -> false, () -> LocalDate.of(2999, 1, 1).toEpochDay()));
        new ConsentChanges(gate, PiAnalytics.type()).grant(ConsentMode.ANONYMOUS);
        Page page = new Page();
        new StatusPage(PiAnalytics.type(), options, gate).text(page);

        assertThat(flat(page.toString())).contains("Over edit-tool-outcome, ").contains("the last day has passed");
    }

    @Test
    void anonymousInPlaceOfIdentifiedSaysThatTheTrackingIdIsGone() throws IOException {
        store("identified");
        try (PiAnalytics analytics = open(Map.of(), null)) {
            assertThat(flat(analytics.privacy().run("on").text()))
                    .contains("Stored: anonymous. The tracking id is deleted.");
            assertThat(flat(analytics.privacy().run("on").text())).doesNotContain("tracking id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "disable"})
    void aNoThatSettingsThatCannotBeReadDoNotTakeSaysWhatHoldsAndWhatToDo(String no) throws IOException {
        Files.writeString(home.resolve("settings.json"), "{");
        try (PiAnalytics analytics = open(Map.of(), null)) {
            PrivacyAnswer answer = analytics.privacy().run(no);
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(flat(answer.text()))
                    .startsWith("It could not be stored: " + home.resolve("settings.json"))
                    .contains("Analytics stay off as long as that is so. Mend it, then say no again.")
                    .doesNotContain("this run");
        }
    }

    @Test
    void aYesOfAVariableSaysWhyItGivesNoTrackingId() {
        assertThat(status(Map.of("PI_ANALYTICS", "identified"), null))
                .contains("PI_ANALYTICS says yes, for this run; a tracking id needs a stored yes.");
        assertThat(status(Map.of("PI_ANALYTICS", "1"), null)).contains("PI_ANALYTICS says yes, for this run.");
    }

    @Test
    void aWordInPlaceOfTrueOrFalseIsAnsweredWithWhatToType() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": \"off\"}");
        assertThat(status(Map.of(), null)).contains("for off, type false");
    }

    private void store(String state) throws IOException {
        Files.deleteIfExists(home.resolve("settings.json"));
        try (PiAnalytics analytics = open(Map.of(), null)) {
            switch (state) {
                case "undecided" -> {}
                case "off" -> analytics.consent().withdraw();
                case "disabled" -> analytics.consent().disable();
                case "anonymous" -> analytics.consent().grant(ConsentMode.ANONYMOUS);
                case "identified" -> analytics.consent().grant(ConsentMode.IDENTIFIED);
                default -> Files.writeString(home.resolve("settings.json"), "{\"analytics\": \"yes\"}");
            }
        }
    }

    private String status(Map<String, String> environment, RunChoice choice) {
        try (PiAnalytics analytics = open(environment, choice)) {
            return flat(analytics.privacy().status().text());
        }
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private PiAnalytics open(Map<String, String> environment, RunChoice choice) {
        return PiAnalytics.open(options(environment, choice));
    }

    private AnalyticsOptions options(Map<String, String> environment, RunChoice choice) {
        AnalyticsOptions.Builder options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(environment);
        return (choice == null ? options : options.forThisRun(choice)).build();
    }
}
