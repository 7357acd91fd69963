package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentStore;
import dev.vitrine.fixture.PiAnalytics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What could not be kept for the user to read is not sent: analytics are off, and {@code status} says why. The read-only
 * home of a real other user is in {@link ReadOnlyDirectoryTest}.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes, owners and links as POSIX has them")
class StatePlaceTest {
    @TempDir
    Path home;

    private Path state;

    /** Runs a program with a yes for this run, and answers what status says. */
    private String status() {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(state)
                .environment(Map.of("PI_ANALYTICS", "1"))
                .build())) {
            assertThat(analytics.isRecording())
                    .isEqualTo(analytics.consent().decision().isOn());
            analytics.events().shellStarted();
            return analytics.privacy().status().text().replaceAll("\\s+", " ");
        }
    }

    private void assertOff(String because) throws IOException {
        List<String> before = names();
        assertThat(status())
                .contains("are off: nothing is sent")
                .contains("what is sent could not be kept for you to read: ")
                .contains(because);
        assertThat(names()).as("looking leaves no trace").isEqualTo(before);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    /** What lies in it is sent as it lies there. */
    @Test
    void a_spool_that_others_can_write_into_is_no_place() throws IOException {
        state = Files.createDirectory(home.resolve("state"));
        Path spool = Files.createDirectory(state.resolve("spool"));
        for (String mode : List.of("rwxrwx---", "rwx---rwx")) {
            Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString(mode));
            assertOff(spool + " can be written by ");
        }
        Files.setPosixFilePermissions(spool, PosixFilePermissions.fromString("rwx------"));
        assertThat(status()).contains("are on, anonymous");
    }

    @Test
    void a_missing_directory_that_can_be_made_is_a_place_and_is_not_made_by_looking() {
        state = home.resolve("a/b/state");

        assertThat(StatePlace.problem(state)).isNull();

        assertThat(home).isEmptyDirectory();
        assertThat(status()).contains("are on, anonymous");
    }

    @Test
    void a_file_in_its_place_is_none() throws IOException {
        state = Files.writeString(home.resolve("state"), "mine");
        assertOff("is not a folder");
    }

    @Test
    void a_file_above_it_is_none() throws IOException {
        state = Files.writeString(home.resolve("above"), "mine").resolve("state");
        assertOff("is not a folder");
    }

    @Test
    void a_link_is_none_wherever_it_leads() throws IOException {
        state = home.resolve("state");
        Files.createSymbolicLink(state, Files.createDirectory(home.resolve("elsewhere")));
        assertOff("is a link");
        Files.delete(state);
        Files.createSymbolicLink(state, home.resolve("nowhere"));
        assertOff("is a link");
    }

    @Test
    void a_link_above_it_may_lead_to_a_folder_and_not_to_nowhere() throws IOException {
        state = home.resolve("link/state");
        Files.createSymbolicLink(home.resolve("link"), Files.createDirectory(home.resolve("elsewhere")));
        assertThat(StatePlace.problem(state)).isNull();
        Files.delete(home.resolve("elsewhere"));
        assertOff("is not a folder");
    }

    @Test
    void a_directory_that_everybody_may_write_to_is_none() throws IOException {
        state = directory("rwxrwxrwx");
        assertOff("can be written by everybody");
    }

    @Test
    void a_directory_that_its_owner_made_read_only_is_none_for_root_too() throws IOException {
        state = directory("r-x------");
        assertOff("is read-only");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void a_directory_of_another_user_is_none() throws IOException {
        state = directory("rwx------");
        assumeThat(Files.getOwner(state).getName())
                .as("only root can give files away")
                .isEqualTo("root");
        Files.setAttribute(state, "unix:uid", 65534);
        assertOff("belongs to another user");
    }

    @Test
    void an_audit_log_that_is_no_file_is_none() throws IOException {
        state = directory("rwx------");
        Files.createSymbolicLink(state.resolve("sent.jsonl"), home.resolve("elsewhere.jsonl"));
        assertOff("is not a file of its own");
    }

    @Test
    void no_home_is_none_though_the_application_keeps_consent_itself() {
        ConsentStore yes = new ConsentStore() {
            @Override
            public String read() {
                return "true";
            }

            @Override
            public boolean replace(String expected, String replacement) {
                return true;
            }
        };
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .consentStore(yes)
                .environment(Map.of())
                .build())) {
            assertThat(analytics.isRecording()).isFalse();
            assertThat(analytics.consent().decision().reason()).contains("no home folder is known");
        }
    }

    @Test
    void a_no_is_never_explained_by_the_place() throws IOException {
        state = Files.writeString(home.resolve("state"), "mine");
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(state)
                .environment(Map.of())
                .build())) {
            assertThat(analytics.consent().decision().reason()).isEqualTo("you have not decided");
        }
    }

    private Path directory(String mode) throws IOException {
        Path directory = Files.createDirectory(home.resolve("state"));
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
    }
}
