package dev.vitrine.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's folders, found from this module's own. */
final class House {
    private House() {}

    static Path root() {
        return Path.of(System.getProperty("project.basedir")).toAbsolutePath().getParent();
    }

    /** The folders of all modules with main code, relative to the root, in order. */
    static List<Path> modules() {
        try (Stream<Path> paths = Files.walk(root(), 3)) {
            return paths.filter(path -> Files.isDirectory(path.resolve("src/main/java"))
                            && Files.isRegularFile(path.resolve("pom.xml")))
                    .map(root()::relativize)
                    .filter(path -> !path.toString().contains("target"))
                    // Measured by hand, under a profile of their own, and free to use everything.
                    .filter(path -> !path.startsWith("benchmarks"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The compiled main classes of a module. */
    static JavaClasses classesOf(Path module) {
        Path classes = root().resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(module + " is not compiled; run the tests from the project's root");
        }
        return new ClassFileImporter().importPath(classes);
    }
}
