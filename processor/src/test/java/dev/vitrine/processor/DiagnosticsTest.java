package dev.vitrine.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import dev.vitrine.processor.check.Diagnostic;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
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

        assertThat(tried).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Diagnostic.class));
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
