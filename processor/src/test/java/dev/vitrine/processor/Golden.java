package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Dvitrine.golden=update} writes them. */
final class Golden {
    private static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    static void assertEquals(String name, String actual) throws IOException {
        Path file = ROOT.resolve(name);
        if ("update".equals(System.getProperty("vitrine.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, actual);
        }
        assertThat(file).as("run with -Dvitrine.golden=update to write it").exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
