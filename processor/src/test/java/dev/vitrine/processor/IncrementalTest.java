package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second compilation onto the output of a first one. As build tools do, the test deletes the outputs of sources that
 * are gone or that are compiled again; that each output names one source as its origin makes that possible.
 */
class IncrementalTest {
    private static final String APP =
            "package demo; import dev.vitrine.*;\n" + NegativeCase.application("", "") + "public class App {}";

    @TempDir
    Path directory;

    private JavaProject project;

    @BeforeEach
    void compileOnce() throws IOException {
        project = new JavaProject(directory)
                .source("demo/App.java", APP)
                .source("demo/Alpha.java", experiment("Alpha", "alpha", ""))
                .source("demo/Beta.java", experiment("Beta", "beta", ""));
        project.compile().orFail();
        assertThat(catalog()).contains("\"alpha\"", "\"beta\"");
    }

    @Test
    void touchingARecordAloneChangesNothing() throws IOException {
        Map<String, String> before = project.outputs("META-INF");

        project.compile(List.of("demo/Alpha.java")).orFail();

        assertThat(project.outputs("META-INF")).isEqualTo(before);
    }

    @Test
    void changingARecordAloneChangesItsFragmentAndEmitter() throws IOException {
        String beta = fragment("Beta");
        project.source("demo/Alpha.java", experiment("Alpha", "alpha", "@Description(\"New.\") boolean fresh"));

        project.compile(List.of("demo/Alpha.java")).orFail();

        assertThat(fragment("Alpha")).contains("\"fresh\"");
        assertThat(fragment("Beta")).isEqualTo(beta);
    }

    @Test
    void aMistakeInATouchedRecordIsReported() throws IOException {
        project.source("demo/Alpha.java", experiment("Alpha", "alpha", "@Description(\"New.\") String text"));

        assertThat(project.compile(List.of("demo/Alpha.java")).errors())
                .singleElement()
                .asString()
                .contains("[VitrineFreeText]");
    }

    @Test
    void aRenamedRecordHasAFragmentOfItsNewName() throws IOException {
        project.delete("demo/Alpha.java").source("demo/Gamma.java", experiment("Gamma", "alpha", ""));
        clean("Alpha");

        project.compile(List.of("demo/App.java", "demo/Beta.java", "demo/Gamma.java"))
                .orFail();

        assertThat(project.outputs("META-INF/vitrine/experiments"))
                .containsOnlyKeys("demo.Beta.json", "demo.Gamma.json");
        assertThat(catalog()).contains("demo.Gamma").doesNotContain("demo.Alpha");
    }

    @Test
    void aDeletedRecordLeavesTheCatalog() throws IOException {
        project.delete("demo/Alpha.java");
        clean("Alpha");

        project.compile(List.of("demo/App.java", "demo/Beta.java")).orFail();

        assertThat(catalog()).doesNotContain("alpha");
        assertThat(project.outputs("META-INF/vitrine/experiments")).containsOnlyKeys("demo.Beta.json");
    }

    @Test
    void aRecordThatIsNoExperimentAnyMoreLeavesTheCatalog() throws IOException {
        project.source("demo/Alpha.java", "package demo; public record Alpha() {}");
        clean("Alpha");

        project.compile().orFail();

        assertThat(catalog()).doesNotContain("alpha");
        assertThat(project.outputs("META-INF/vitrine/experiments")).containsOnlyKeys("demo.Beta.json");
    }

    @Test
    void aDeletedRecordWithoutTheApplicationInTheRoundLeavesNoFragment() throws IOException {
        project.delete("demo/Alpha.java");
        clean("Alpha");

        project.compile(List.of("demo/Beta.java")).orFail();

        assertThat(project.outputs("META-INF/vitrine/experiments")).containsOnlyKeys("demo.Beta.json");
        assertThat(Files.exists(project.classes().resolve("demo/AlphaEmitter.class")))
                .isFalse();
    }

    @Test
    void compilingAllAgainGivesTheSameBytesAsCompilingOnce(@TempDir Path other) throws IOException {
        project.source("demo/Alpha.java", experiment("Alpha", "alpha", "@Description(\"New.\") boolean fresh"));
        project.compile(List.of("demo/Alpha.java")).orFail();
        project.compile().orFail();
        JavaProject fresh = new JavaProject(other)
                .source("demo/App.java", APP)
                .source("demo/Alpha.java", experiment("Alpha", "alpha", "@Description(\"New.\") boolean fresh"))
                .source("demo/Beta.java", experiment("Beta", "beta", ""));

        fresh.compile().orFail();

        assertThat(project.outputs("META-INF")).isEqualTo(fresh.outputs("META-INF"));
    }

    private String catalog() throws IOException {
        return project.outputs("META-INF/vitrine").get("app/catalog.json");
    }

    private String fragment(String record) throws IOException {
        return project.outputs("META-INF/vitrine").get("experiments/demo." + record + ".json");
    }

    /** What a build tool does with the outputs whose only origin is one source. */
    private void clean(String record) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                boolean isSource = file.startsWith(directory.resolve("src"));
                if (!isSource && name.matches("(demo\\.)?" + record + "(Emitter)?(\\$\\w+)?\\.(class|java|json)")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String experiment(String name, String id, String components) {
        return """
                package demo;
                import dev.vitrine.*;
                @Experiment(id = "%s", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                public record %s(%s) {}
                """.formatted(id, name, components);
    }
}
