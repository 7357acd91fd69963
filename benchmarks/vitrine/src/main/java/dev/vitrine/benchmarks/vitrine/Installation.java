package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.AnalyticsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where an installed application keeps its settings and its state. */
final class Installation {
    private Installation() {}

    /** Opens the application there. */
    static PiAnalytics open(URI endpoint, Path home) {
        return PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(endpoint)
                .build());
    }

    /** The user agrees: what is stored then is complete, as after a yes to the question. */
    static void agree(URI endpoint, Path home) {
        try {
            Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        open(endpoint, home).close();
    }
}
