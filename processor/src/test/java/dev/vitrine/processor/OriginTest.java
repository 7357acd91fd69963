package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each output has one originating element: with two, Gradle compiles everything again. */
class OriginTest {
    @TempDir
    Path directory;

    @Test
    void eachOutputHasOneOrigin() throws IOException {
        List<String> origins = new ArrayList<>();
        JavaProject project = new JavaProject(directory)
                .sample("demo")
                .processors(() -> List.of(
                        noting(new ExperimentProcessor(), origins), noting(new ApplicationProcessor(), origins)));

        project.compile().orFail();

        assertThat(origins)
                .containsExactlyInAnyOrder(
                        "createSourceFile demo.EditToolOutcomeEmitter [demo.EditToolOutcome]",
                        "createSourceFile demo.StartedEmitter [demo.Started]",
                        "createSourceFile demo.http.EverythingEmitter [demo.http.Everything]",
                        "createSourceFile demo.PiAnalytics [demo.Pi]",
                        "createResource META-INF/vitrine/experiments/demo.EditToolOutcome.json [demo.EditToolOutcome]",
                        "createResource META-INF/vitrine/experiments/demo.Started.json [demo.Started]",
                        "createResource META-INF/vitrine/experiments/demo.http.Everything.json [demo.http.Everything]",
                        "createResource META-INF/vitrine/pi/catalog.json [demo.Pi]",
                        "createResource META-INF/vitrine/pi/catalog.md [demo.Pi]");
    }

    /** A processor whose filer notes what is created. */
    private static Processor noting(Processor processor, List<String> origins) {
        return new WatchedFiler(processor, (method, arguments) -> {
            // What is only read has no origin.
            if (arguments[arguments.length - 1] instanceof Element[] elements) {
                Object name = arguments[arguments.length - 2];
                origins.add(method + " " + name + " " + List.of(elements));
            }
        });
    }
}
