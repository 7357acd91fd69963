package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.example.agent.EditToolOutcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditToolTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("Main.java");
        Files.writeString(file, "class Main {  \n    int  a = 1;\n    int  a = 1;\n}\n");
    }

    @Test
    void aPassageThatStandsInTheFileIsReplacedOnceAtTheFirstAttempt() throws IOException {
        assertThat(edit("int  a = 1;", "long $1 = \\2;")).isEqualTo(new EditTool.Result(Outcome.APPLIED, 1));
        assertThat(file).hasContent("class Main {  \n    long $1 = \\2;\n    int  a = 1;\n}\n");
    }

    @Test
    void whiteSpaceAtLineEndsCostsASecondAttempt() {
        assertThat(edit("class Main {\n    int", "class Main {\n    long"))
                .isEqualTo(new EditTool.Result(Outcome.APPLIED, 2));
    }

    @Test
    void whiteSpaceBetweenWordsCostsAThirdAttempt() {
        assertThat(edit("int a = 1;\nint a = 1;", "int a = 2;")).isEqualTo(new EditTool.Result(Outcome.APPLIED, 3));
    }

    @Test
    void aPassageThatIsNotThereLeavesTheFileAlone() throws IOException {
        String before = Files.readString(file);
        assertThat(edit("int b", "int c")).isEqualTo(new EditTool.Result(Outcome.NO_MATCH, 3));
        assertThat(file).hasContent(before);
    }

    @Test
    void aFolderAndAMissingFileAreInputOutputErrors() throws IOException {
        assertThat(new EditTool().edit(folder, "a", "b")).isEqualTo(new EditTool.Result(Outcome.IO_ERROR, 1));
        assertThat(new EditTool().edit(folder.resolve("missing"), "a", "b"))
                .isEqualTo(new EditTool.Result(Outcome.IO_ERROR, 1));
    }

    @Test
    void anEditLeavesNothingBesideTheFile() throws IOException {
        edit("class", "record");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private EditTool.Result edit(String search, String replacement) {
        return new EditTool().edit(file, search, replacement);
    }
}
