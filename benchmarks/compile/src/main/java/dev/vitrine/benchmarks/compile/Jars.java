package dev.vitrine.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars under test.
 *
 * @param folder where they are
 */
record Jars(Path folder) {

    /** The jars whose names begin so, as a class path. */
    String path(String... prefixes) {
        try (Stream<Path> files = Files.list(folder)) {
            String found = files.filter(file -> Stream.of(prefixes)
                            .anyMatch(prefix -> file.getFileName().toString().startsWith(prefix)))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            if (found.isEmpty()) {
                throw new IllegalStateException("no jar of " + String.join(", ", prefixes) + " in " + folder);
            }
            return found;
        } catch (IOException unreadable) {
            throw new IllegalStateException("the jars under test cannot be listed", unreadable);
        }
    }
}
