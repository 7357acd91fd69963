package dev.vitrine.processor;

import static dev.vitrine.processor.NegativeCase.application;
import static dev.vitrine.processor.NegativeCase.record;
import static dev.vitrine.processor.NegativeCase.source;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compiler;
import dev.vitrine.processor.check.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mistakes that need more than sources: a library, another processor, or a failure of our own. */
final class BuildCases {
    private static final String LATE = """
            package generated;
            import dev.vitrine.Experiment;
            @Experiment(id = "late", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
            /*!*/record Late() {}
            """;

    private BuildCases() {}

    static List<NegativeCase> all() {
        return List.of(
                source(
                                "a library that was compiled without the processor",
                                Diagnostic.NO_EMITTER,
                                application("include", "lib.Retry/*!*/.class") + "class App {}")
                        .with(compiler -> withLibrary(compiler, "-proc:none")),
                source(
                                "a library that lacks a class",
                                Diagnostic.MISSING_TYPE,
                                application("include", "lib.Retry/*!*/.class") + "class App {}")
                        .with(compiler -> withLibrary(compiler, "-proc:none", "lib/Kind.class")),
                source(
                                "an experiment that another processor makes",
                                Diagnostic.LATE_EXPERIMENT,
                                application("", "") + "class App {}",
                                LATE)
                        .with(compiler -> compiler.withProcessors(
                                new ExperimentProcessor(),
                                new ApplicationProcessor(),
                                new SourceMaker("generated.Late", LATE))),
                record("a failure of our own", Diagnostic.UNEXPECTED_FAILURE, "/*!*/record Sample() {}")
                        .with(compiler -> compiler.withProcessors(WatchedFiler.failing(new ExperimentProcessor()))));
    }

    /** Compiles against a library with an experiment, from which some class files were taken away. */
    private static Compiler withLibrary(Compiler compiler, String option, String... missing) throws IOException {
        // In the build folder, which mvn clean empties: the compiler reads it for as long as the test runs.
        Path target = Path.of(System.getProperty("project.basedir", ""), "target");
        Path directory = Files.createTempDirectory(target, "vitrine-library");
        JavaProject library = new JavaProject(directory)
                .option(option)
                .processors(List::of)
                .source("lib/Retry.java", """
                        package lib;
                        import dev.vitrine.*;
                        @Experiment(id = "retry", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
                        public record Retry(@Description("d") Kind kind) {}
                        """)
                .source(
                        "lib/Kind.java",
                        "package lib;\nimport dev.vitrine.Description;\npublic enum Kind { @Description(\"d\") A }\n");
        library.compile().orFail();
        for (String file : missing) {
            Files.delete(library.classes().resolve(file));
        }
        return compiler.withClasspath(ImmutableList.of(
                JavaProject.runtime().toFile(), library.classes().toFile()));
    }
}
