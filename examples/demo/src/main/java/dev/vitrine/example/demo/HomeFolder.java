package dev.vitrine.example.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The home of the demonstration's user: a temporary folder with settings of pi's and a few notes to edit. */
final class HomeFolder implements AutoCloseable {
    /** Settings that a user has written by hand, with comments; none of it is about analytics. */
    static final String SETTINGS = """
            {
              // my colours
              "theme": "solarized",   /* not the light one */
              "keys": { "submit": "ctrl-enter" }
            }
            """;

    private final TemporaryFolder temporary = new TemporaryFolder("vitrine-demo");
    private final Path folder = temporary.path();

    HomeFolder() throws IOException {
        Files.createDirectories(settings().getParent());
        Files.writeString(settings(), SETTINGS);
        Files.writeString(folder.resolve("notes.txt"), "The quick brown fox\njumps over the lazy dog.\n");
        Files.createDirectory(folder.resolve("drafts"));
    }

    Path folder() {
        return folder;
    }

    Path settings() {
        return folder.resolve(".config/pi/settings.json");
    }

    Path auditLog() {
        return folder.resolve(".local/state/pi/analytics/sent.jsonl");
    }

    /** Every file and folder with its content, by its path inside the home. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                String name = folder.relativize(path).toString();
                contents.put(
                        name,
                        Files.isDirectory(path)
                                ? ""
                                : new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    @Override
    public void close() throws IOException {
        temporary.close();
    }
}
