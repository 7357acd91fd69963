package dev.vitrine.example.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.testing.TestInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsWrittenAnyMore() {
        TestInstallation.awaitRest(folder.resolve("state"));
    }

    @Test
    void theCatalogListsWhatIsIncludedAndNothingElse() throws IOException {
        try (InputStream resource = Reader.class.getResourceAsStream("/META-INF/vitrine/reader/catalog.json")) {
            assertThat(resource).isNotNull();
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"reader-started\"", "\"http-retry\"", "\"cache-use\"")
                    .doesNotContain("fetch-size");
        }
    }

    @Test
    void whatIsNotIncludedIsNotRecordedAlthoughTheLibraryEmitsIt() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "read\n");
        Path log = folder.resolve("log.jsonl");

        AnalyticsOptions options = AnalyticsOptions.builder()
                .settingsFile(folder.resolve("settings.json"))
                .stateDirectory(folder.resolve("state"))
                .environment(Map.of())
                .logFile(log)
                .build();

        Reader.read(options, List.of(text.toString(), text.toString()));

        assertThat(Files.readString(log))
                .contains("\"event\":\"reader-started\"")
                .contains("\"event\":\"http-retry\"")
                .contains("\"result\":\"miss\"", "\"result\":\"hit\"")
                .doesNotContain("fetch-size");
    }
}
