package dev.vitrine.compiled.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.compiled.CatalogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFolderTest {
    private static final CatalogFile JSON = new CatalogFile("catalog.json", "{\n  \"a\": 1\n}\n".getBytes(UTF_8));

    @TempDir
    Path top;

    @Test
    void whatWasWrittenIsEqual() throws IOException {
        PublishedFolder folder = new PublishedFolder(top.resolve("made/on/demand"));
        assertThat(folder.write(List.of(JSON))).containsExactly(folder.path().resolve("catalog.json"));
        assertThat(folder.compare(List.of(JSON))).isEmpty();
        assertThat(folder.path().resolve("catalog.json")).hasBinaryContent(JSON.bytes());
    }

    @Test
    void whatIsEqualIsNotTouched() throws IOException {
        PublishedFolder folder = new PublishedFolder(top);
        folder.write(List.of(JSON));
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(top.resolve("catalog.json"), before);
        assertThat(folder.write(List.of(JSON))).isEmpty();
        assertThat(Files.getLastModifiedTime(top.resolve("catalog.json"))).isEqualTo(before);
    }

    @Test
    void nothingButTheFilesIsLeftBehind() throws IOException {
        new PublishedFolder(top).write(List.of(JSON));
        try (var files = Files.list(top)) {
            assertThat(files).containsExactly(top.resolve("catalog.json"));
        }
    }

    @Test
    void aFileThatIsNotThereYetIsToldAsMissing() throws IOException {
        assertThat(new PublishedFolder(top).compare(List.of(JSON)))
                .extracting(Drift::kind)
                .containsExactly(Drift.Kind.MISSING);
    }

    @Test
    void oneSpaceMoreIsToldWithItsLine() throws IOException {
        Files.writeString(top.resolve("catalog.json"), "{\n  \"a\":  1\n}\n");
        assertThat(new PublishedFolder(top).compare(List.of(JSON)))
                .containsExactly(new Drift(
                        top.resolve("catalog.json"),
                        Drift.Kind.DIFFERENT,
                        List.of("@@ -1,4 +1,4 @@", " {", "-  \"a\":  1", "+  \"a\": 1", " }", " ")));
    }

    @Test
    void otherLineEndsAreToldAsWhatTheyAre() throws IOException {
        Files.writeString(top.resolve("catalog.json"), "{\r\n  \"a\": 1\r\n}\r\n");
        assertThat(new PublishedFolder(top).compare(List.of(JSON)))
                .extracting(Drift::kind)
                .containsExactly(Drift.Kind.LINE_ENDS);
    }
}
