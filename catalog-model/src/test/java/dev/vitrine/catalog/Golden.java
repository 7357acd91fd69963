package dev.vitrine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say what output is to look like. {@code mvn -Dvitrine.golden=update} writes them anew, to be looked at in
 * the diff; otherwise they are compared.
 */
public final class Golden {
    private static final Path FOLDER = Path.of(System.getProperty("project.basedir", "."), "src/test/resources/golden");

    private Golden() {}

    /** Holds {@code actual} against the file of this name, byte for byte. */
    public static void check(String name, byte[] actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("vitrine.golden", "compare").equals("update")) {
            Files.createDirectories(FOLDER);
            Files.write(file, actual);
            return;
        }
        if (Files.notExists(file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    file,
                    "ERROR: this golden file was missing. Look at it, then run the tests with -Dvitrine.golden=update.\n"
                            + new String(actual, StandardCharsets.UTF_8));
            fail(file + " was missing; it was written, with an error in its first line");
        }
        assertThat(new String(actual, StandardCharsets.UTF_8))
                .as("%s; if the change is meant, run the tests with -Dvitrine.golden=update", file)
                .isEqualTo(Files.readString(file));
    }
}
