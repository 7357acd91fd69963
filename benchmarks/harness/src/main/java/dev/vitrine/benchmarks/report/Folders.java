package dev.vitrine.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Empty folders, for what is measured to keep its files in, below {@code harness/target}. */
public final class Folders {
    private Folders() {}

    /** An empty folder of this name; what was in it is deleted. */
    public static Path empty(Path benchmarks, String name) {
        Path folder = benchmarks.resolve("harness/target/homes").resolve(name);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The one file in a folder whose name begins and ends like this. */
    public static Path only(Path folder, String prefix, String suffix) {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .toList();
            if (files.size() != 1) {
                throw new IllegalStateException(
                        "one file " + prefix + "…" + suffix + " is needed in " + folder + ": " + files);
            }
            return files.get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Deletes a folder, if it is there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
