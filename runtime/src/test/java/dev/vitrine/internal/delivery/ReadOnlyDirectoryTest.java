package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.vitrine.internal.delivery.Probe.Ending;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Failure 25 again: a state directory that cannot be written to, for a program that is really not allowed to. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions for directories")
class ReadOnlyDirectoryTest {
    @TempDir
    Path home;

    /** A copy of the compiled classes: where this project lies, another user may not be let in. */
    @TempDir
    Path program;

    private Recipient recipient;
    private Path state;

    @BeforeEach
    void begin() throws Exception {
        recipient = new Recipient();
        state = home.resolve("state");
        copyClasses();
        Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        // A run that may write: completes the grant, and leaves a batch.
        assertThat(run(List.of(), Bench.NOWHERE, 2, 0)).isEqualTo(7);
        assertThat(new Bench(state).spooledEvents()).isEqualTo(2);
        permit("rwxrwxrwx", home);
        permit("rw-r--r--", home.resolve("settings.json"));
    }

    @AfterEach
    void end() throws IOException {
        recipient.close();
        protect(false);
    }

    @Test
    void a_state_directory_that_may_only_be_read_costs_the_events_and_nothing_else() throws Exception {
        protect(true);
        List<String> restricted = restricted();
        if (!restricted.isEmpty()) {
            // The settings of somebody else are not believed: without this nothing would be recorded at all.
            own(65534);
        }
        Map<String, Long> before = files();
        assertThat(run(restricted, recipient.endpoint(), 5, 800)).isEqualTo(7);
        assertThat(home.resolve("out")).isEmptyFile();
        assertThat(home.resolve("err")).isEmptyFile();
        assertThat(recipient.received())
                .as("what cannot be written to the audit log is not sent")
                .isEmpty();
        assertThat(files()).isEqualTo(before);

        protect(false);
        if (!restricted.isEmpty()) {
            own(0);
        }
        assertThat(run(List.of(), recipient.endpoint(), 1, 1_000)).isEqualTo(7);
        assertThat(recipient.accepted().stream()
                        .mapToInt(body -> body.split("\"event\":", -1).length - 1)
                        .sum())
                .as("what had waited there, and the new event")
                .isEqualTo(3);
    }

    @Test
    void a_read_only_home_is_off_and_status_says_so_whatever_the_variable_says() throws Exception {
        protect(true);
        Path readOnly = Files.createDirectory(home.resolve("read-only"));
        permit("r-xr-xr-x", readOnly);

        Answer status = privacy(readOnly, Map.of("PI_ANALYTICS", "1"), "status");

        assertThat(status.exitCode()).as(status.words()).isZero();
        assertThat(status.words())
                .contains("are off: nothing is sent")
                .contains("could not be kept for you to read")
                .contains(readOnly + " is read-only");
        assertThat(readOnly).isEmptyDirectory();
    }

    @Test
    void under_a_read_only_home_a_decision_is_refused_by_the_folder_that_is_there() throws Exception {
        protect(true);
        Path readOnly = Files.createDirectory(home.resolve("read-only"));
        permit("r-xr-xr-x", readOnly);
        for (String command : List.of("on", "off", "disable")) {
            Answer refused = privacy(readOnly, Map.of(), command);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.words())
                    .contains(readOnly + "/.config cannot be made or used, because the permissions of " + readOnly
                            + " do not allow it")
                    .doesNotContain("cannot be read");
        }
    }

    @Test
    void settings_in_a_folder_that_may_not_be_searched_are_not_taken_for_none() throws Exception {
        protect(true);
        Path closed = Files.createDirectories(home.resolve("closed/.config"));
        Files.createDirectory(closed.resolve("pi"));
        Files.writeString(
                closed.resolve("pi/settings.json"), "{\"analytics\": {\"version\": 1, \"mode\": \"disabled\"}}");
        permit("---------", closed);
        try {
            Answer status = privacy(home.resolve("closed"), Map.of("PI_ANALYTICS", "1"), "status");

            assertThat(status.words())
                    .contains("are off: nothing is sent")
                    .contains("because the permissions of " + closed + " do not allow it");
        } finally {
            permit("rwxr-xr-x", closed);
        }
    }

    @Test
    void a_log_that_may_not_be_deleted_is_not_said_to_be_deleted() throws Exception {
        protect(true);
        Path kept = Files.createDirectories(home.resolve("kept/.local/state/pi/analytics"));
        Path log = Files.writeString(kept.resolve("sent.jsonl"), "{\"batch\":\"1\"}\n");
        permit("r-xr-xr-x", kept);

        Answer forgotten = privacy(home.resolve("kept"), Map.of(), "forget");

        assertThat(log).exists();
        assertThat(forgotten.exitCode()).isEqualTo(1);
        assertThat(forgotten.words())
                .contains("not everything could be deleted: the log of what was sent is still in " + kept)
                .contains("privacy forget does the rest")
                .doesNotContain("Nothing is left here");
    }

    /** What a privacy command answered. */
    private record Answer(int exitCode, String words) {}

    /** Answers a privacy command in a process that may not write where the mode says so. */
    private Answer privacy(Path itsHome, Map<String, String> environment, String word) throws Exception {
        List<String> command = new ArrayList<>(restricted());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.toString(),
                PrivacyProgram.class.getName(),
                word));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("HOME", itsHome.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text.replaceAll("\\s+", " "));
    }

    /** Root may write anywhere, whatever the mode says: then the program runs as somebody else. */
    private List<String> restricted() throws Exception {
        List<List<String>> ways =
                List.of(List.of(), List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        for (List<String> way : ways) {
            StringBuilder check = new StringBuilder("test ! -w '" + state + "' && test -w '" + home + "'");
            check.append(" && test -r '").append(program).append('\'');
            List<String> command = new ArrayList<>(way);
            command.addAll(List.of("sh", "-c", check.toString()));
            if (succeeds(command)) {
                return way;
            }
        }
        return fail(
                "This test needs a program that may read the compiled classes and may not write to a directory. It runs"
                        + " as root, and setpriv (of util-linux) could not start one as another user who may read them. Run the"
                        + " build as an ordinary user, or with a temporary folder that others may enter.");
    }

    private void copyClasses() throws IOException {
        for (String entry : ProcessTest.classPath().split(File.pathSeparator)) {
            Path root = Path.of(entry);
            try (var paths = Files.walk(root)) {
                for (Path path : paths.toList()) {
                    Path copy = program.resolve(root.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(copy);
                        permit("rwxr-xr-x", copy);
                    } else {
                        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                        permit("rw-r--r--", copy);
                    }
                }
            }
        }
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private int run(List<String> prefix, URI endpoint, int events, long work) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                program.toString(),
                Probe.class.getName(),
                home.toString(),
                endpoint.toString(),
                Integer.toString(events),
                Ending.EXIT.name(),
                Long.toString(work)));
        Files.deleteIfExists(home.resolve("mark"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private void protect(boolean readOnly) throws IOException {
        for (Path path : paths()) {
            boolean directory = Files.isDirectory(path);
            if (readOnly) {
                permit(directory ? "r-xr-xr-x" : "r--r--r--", path);
            } else {
                permit(directory ? "rwxr-xr-x" : "rw-r--r--", path);
            }
        }
    }

    private List<Path> paths() throws IOException {
        try (var paths = Files.walk(state)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        for (Path path : paths()) {
            files.put(
                    state.relativize(path).toString(),
                    Files.getLastModifiedTime(path).toMillis());
        }
        return files;
    }

    private void own(int user) throws IOException {
        for (Path path : List.of(home, home.resolve("settings.json"))) {
            Files.setAttribute(path, "unix:uid", user);
        }
    }

    private static void permit(String mode, Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
