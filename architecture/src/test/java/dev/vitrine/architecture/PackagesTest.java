package dev.vitrine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every package says what lives in it. */
class PackagesTest {
    @Test
    void everyPackageHasAnIntroduction() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (Path module : House.modules()) {
            Path sources = House.root().resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Path introduction = file.resolveSibling("package-info.java");
                    boolean moduleInfo = file.endsWith("module-info.java");
                    if (!moduleInfo
                            && (!Files.exists(introduction)
                                    || !Files.readString(introduction).contains("/**"))) {
                        silent.add(module + ": " + sources.relativize(file.getParent()));
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }
}
