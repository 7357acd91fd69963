package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eclipse's compiler gives what javac gives. */
class EclipseCompilerTest {
    @TempDir
    Path directory;

    @Test
    void itGivesTheSameBytesAsJavac(@TempDir Path other) throws IOException {
        JavaProject javac = new JavaProject(directory).sample("demo");
        JavaProject eclipse = eclipse(other).sample("demo");

        javac.compile().orFail();
        eclipse.compile().orFail();

        assertThat(eclipse.outputs("META-INF")).isEqualTo(javac.outputs("META-INF"));
        assertThat(eclipse.outputs("../generated")).isEqualTo(javac.outputs("../generated"));
    }

    @Test
    void itReportsAMistakeOnceAndNamesItsPlace() throws IOException {
        JavaProject eclipse = eclipse(directory).source("demo/Sample.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        public record Sample(
                            @Description("d")
                            String text) {}
                        """);

        assertThat(eclipse.compile().errors())
                .singleElement()
                .asString()
                .as("Eclipse's compiler shows no position for what stands in a record")
                .contains("[VitrineFreeText]", "Sample.text");
    }

    private static JavaProject eclipse(Path directory) throws IOException {
        return new JavaProject(directory).compiler(EclipseCompiler::new).option("-17");
    }
}
