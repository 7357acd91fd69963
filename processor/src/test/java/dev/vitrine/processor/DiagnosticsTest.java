package dev.vitrine.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import dev.vitrine.processor.check.Diagnostic;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is an error: once, with its code, at the exact place, with the reason and the cure. */
class DiagnosticsTest {

    static List<NegativeCase> cases() {
        return NegativeCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMistakeIsOneErrorAtItsPlace(NegativeCase mistake) throws Exception {
        Compilation compilation = mistake.setup()
                .apply(javac().withClasspath(
                                ImmutableList.of(JavaProject.runtime().toFile()))
                        .withProcessors(new ExperimentProcessor(), new ApplicationProcessor()))
                .compile(mistake.files());

        assertThat(compilation.errors()).as(compilation.errors().toString()).hasSize(1);
        javax.tools.Diagnostic<? extends JavaFileObject> error =
                compilation.errors().get(0);
        NegativeCase.Expected expected = mistake.expected();
        assertThat(error.getMessage(Locale.ROOT))
                .startsWith("[" + mistake.diagnostic().code() + "] ");
        assertThat(error.getSource().getName()).endsWith(expected.file());
        assertThat(error.getLineNumber() + ":" + error.getColumnNumber())
                .isEqualTo(expected.line() + ":" + expected.column());
    }

    @Test
    void everyDiagnosticHasACase() {
        Set<Diagnostic> tried = cases().stream().map(NegativeCase::diagnostic).collect(Collectors.toSet());
        assertThat(tried.add(Diagnostic.PARTIAL_COMPILATION))
                .as("needs two compilations: aPartialCompilationIsAWarningAtTheApplication")
                .isTrue();

        assertThat(tried).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Diagnostic.class));
    }

    @Test
    void aPartialCompilationIsAWarningAtTheApplication(@TempDir Path directory) throws Exception {
        String experiment = """
                package demo;
                import dev.vitrine.*;
                @Experiment(id = "%1$s", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                public record %1$s() {}
                """;
        JavaProject project = new JavaProject(directory)
                .source(
                        "demo/App.java",
                        "package demo;\nimport dev.vitrine.*;\n" + NegativeCase.application("", "") + "class App {}")
                .source("demo/Alpha.java", experiment.formatted("Alpha").replace("\"Alpha", "\"alpha"))
                .source("demo/Beta.java", experiment.formatted("Beta").replace("\"Beta", "\"beta"));
        assertThat(project.compile().orFail().warnings()).isEmpty();

        assertThat(project.compile(List.of("demo/App.java", "demo/Beta.java"))
                        .orFail()
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("App.java:3:1 [VitrinePartialCompilation] ")
                .contains("demo.Alpha,");
    }

    @Test
    void whatATerminalWouldObeyIsShownAsAnEscape() {
        assertThat(Diagnostic.MALFORMED_WIRE_NAME.message("a\u001b[31m\u202e", "x", "y"))
                .contains("\"a\\u001b[31m\\u202e\"")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aTypeIsShownWithoutItsPackageAndWithItsWholeName(@TempDir Path directory) throws Exception {
        JavaProject project = new JavaProject(directory).source("demo/Sample.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "sample", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        record Sample(@Description("d") java.util.Set<? extends Thread.State> states) {}
                        """);

        assertThat(project.compile().errors()).singleElement().asString().contains("Set<? extends Thread.State>");
    }

    @Test
    void aClashInTheUnnamedPackageNamesTheRecordsAlone(@TempDir Path directory) throws Exception {
        String record = """
                @dev.vitrine.Experiment(id = "same", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                record %s() {}
                """;
        JavaProject project = new JavaProject(directory)
                .source("Alpha.java", record.formatted("Alpha"))
                .source("Beta.java", record.formatted("Beta"));

        assertThat(project.compile().errors()).singleElement().asString().contains("belongs to Alpha and to Beta.");
    }

    @Test
    void codesAreUnique() {
        assertThat(EnumSet.allOf(Diagnostic.class).stream().map(Diagnostic::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("Vitrine[A-Z][A-Za-z]+"));
    }

    @Test
    void thereAreAtLeast45Cases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(45).doesNotHaveDuplicates();
    }
}
