package dev.vitrine.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The settings file as a file; as a {@link ConsentStore} the test kit's contract verifies it, in {@code testing}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes, owners and links as POSIX has them")
class SettingsFileTest {
    private static final String ON = "{\"mode\": \"anonymous\"}";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("pi/settings.json");
    }

    private ConsentStore store() {
        return new SettingsFile(file);
    }

    @Test
    void aNewFileAndItsFolderAreForTheirOwnerAlone() throws IOException {
        store().replace(null, ON);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(file.getParent())).isEqualTo("rwx------");
        assertThat(Files.readString(file)).isEqualTo("{\n  \"analytics\": " + ON + "\n}\n");
    }

    @Test
    void aFileKeepsItsMode() throws IOException {
        write("{\"theme\": 1}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(store().replace(null, ON)).isTrue();

        assertThat(mode(file)).isEqualTo("rw-r--r--");
    }

    @Test
    void theUsersOwnSymbolicLinkIsFollowedAndStays() throws IOException {
        Path dotfiles = folder.resolve("dotfiles/pi.json");
        Files.createDirectories(dotfiles.getParent());
        Files.writeString(dotfiles, "{\"theme\": 1}");
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, Path.of("../dotfiles/pi.json"));

        assertThat(store().replace(null, ON)).isTrue();

        assertThat(file).isSymbolicLink();
        assertThat(Files.readString(dotfiles)).isEqualTo("{\"theme\": 1,\"analytics\": " + ON + "}");
        assertThat(store().read()).isEqualTo(ON);
    }

    @Test
    void aLinkThatLeadsInACircleIsRefused() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createSymbolicLink(file, file.resolveSibling("other.json"));
        Files.createSymbolicLink(file.resolveSibling("other.json"), file);

        assertThatThrownBy(() -> store().read()).isInstanceOf(IOException.class).hasMessageContaining("circle");
    }

    @Test
    void whatEverybodyCanWriteIsNobodysWord() throws IOException {
        write("{\"analytics\": true}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThatThrownBy(() -> store().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can be written by everybody")
                .hasMessageContaining("chmod o-w");
    }

    @Test
    void anotherUsersFileIsNotTheUsersWord() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can give files away")
                .isEqualTo("root");
        write("{\"analytics\": true}");
        Files.setAttribute(file, "unix:uid", 12_345);

        assertThatThrownBy(() -> store().read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("belongs to another user");
    }

    @Test
    void aReadOnlyFileIsLeftAlone() throws IOException {
        write("{\"analytics\": true}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThatThrownBy(() -> store().replace("true", ON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("read-only");
        assertThat(new SettingsFile(file).whyReadOnly()).contains("read-only");
        assertThat(Files.readString(file)).isEqualTo("{\"analytics\": true}");
    }

    @Test
    void aPipeOrAFolderInItsPlaceIsRefusedAndNotWaitedFor() throws Exception {
        Files.createDirectories(file);
        assertThatThrownBy(() -> store().read()).isInstanceOf(IOException.class).hasMessageContaining("is not a file");
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> store().read()).isInstanceOf(IOException.class).hasMessageContaining("is not a file");
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        write("{\"a\": \"" + "x".repeat(1 << 20) + "\"}");

        assertThatThrownBy(() -> store().read()).isInstanceOf(IOException.class).hasMessageContaining("1 MiB");
    }

    @Test
    void aYesThatWouldMakeTheFileTooLargeToBeReadIsRefusedAndLeavesRoomForANo() throws IOException {
        // As large as a file may be in which a yes was stored.
        String full = "{\"a\": \"" + "x".repeat((1 << 20) - (1 << 10) - 50) + "\"}";
        write(full);
        assertThatThrownBy(() -> store().replace(null, "{\"scope\": [\"" + "x".repeat(2_000) + "\"]}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + " would become larger than 1 MiB");
        assertThat(Files.readString(file)).isEqualTo(full);

        String no = "{\"mode\": \"off\", \"userId\": \"" + "u".repeat(64) + "\"}";
        assertThat(store().replace(null, no)).isTrue();
        assertThat(store().read()).isEqualTo(no);
    }

    @Test
    void aNoInPlaceOfAYesIsStoredHoweverMuchElseWasWrittenThere() throws IOException {
        String yes = "{\"mode\": \"anonymous\", \"scope\": [\"" + "x".repeat(2_000) + "\"]}";
        String before = "{\"analytics\": " + yes + ", \"a\": \"";
        write(before + "x".repeat((1 << 20) - before.length() - 2) + "\"}");

        assertThat(store().replace(yes, "{\"mode\": \"off\"}")).isTrue();
        assertThat(store().read()).isEqualTo("{\"mode\": \"off\"}");
    }

    @Test
    void aFileThatGetsAnotherModeHasAnotherStamp() throws IOException {
        write("{\"analytics\": true}");
        SettingsFile settings = new SettingsFile(file);
        // A file that was just written has none: a second change could bear the same time.
        await().atMost(Duration.ofSeconds(20)).until(() -> settings.stamp() != null);
        Object stamp = settings.stamp();
        assertThat(settings.stamp()).as("while nothing changes").isEqualTo(stamp);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(settings.stamp()).isNotEqualTo(stamp);
    }

    @Test
    void whatCannotBeUnderstoodIsNotReplaced() throws IOException {
        write("{\"theme\": ");

        assertThatThrownBy(() -> store().replace(null, ON))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 1");
        assertThat(Files.readString(file)).isEqualTo("{\"theme\": ");
    }

    @Test
    void failure4AHeldLockHoldsUpNoReaderAndEndsInNothingStored() throws IOException {
        write("{\"analytics\": false}");
        Path lockFile = file.resolveSibling("settings.json.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            long before = System.nanoTime();
            assertThat(store().read()).isEqualTo("false");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));

            assertThatThrownBy(() -> store().replace("false", ON))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("locked");
        }
        assertThat(store().read()).isEqualTo("false");
    }

    @Test
    void nothingIsLeftBesideTheFileButTheLock() throws IOException {
        store().replace(null, ON);
        store().replace(ON, "false");

        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("settings.json", "settings.json.lock");
        }
    }

    @Test
    void theRestOfTheFileStaysByteForByte() throws IOException {
        for (String rest : new String[] {
            "{\"a\":1}",
            "{ }",
            "{\n}\n",
            "\uFEFF{\r\n\t\"a\" : [1, 2 ] ,\r\n\t\"b\":\"\u20ac\"\r\n}\r\n\r\n",
            "// top\n{\n  /* in */ \"a\": 1 // end\n  // last\n}\n// bottom",
            "{\"a\": {\"analytics\": true}}"
        }) {
            write(rest);
            assertThat(store().replace(null, ON)).isTrue();
            assertThat(store().read()).isEqualTo(ON);
            assertThat(store().replace(ON, null)).isTrue();
            String after = Files.readString(file);
            assertThat(after.replaceAll("\\s", "")).as(rest).isEqualTo(rest.replaceAll("\\s", ""));
            assertThat(after.strip()).as(rest).startsWith(rest.strip().substring(0, 1));
        }
    }

    private void write(String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
