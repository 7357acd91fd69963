package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
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
                        new Watched(new ExperimentProcessor(), origins),
                        new Watched(new ApplicationProcessor(), origins)));

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
    private static final class Watched extends AbstractProcessor {
        private final Processor processor;
        private final List<String> origins;

        Watched(Processor processor, List<String> origins) {
            this.processor = processor;
            this.origins = origins;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = proxy(Filer.class, environment.getFiler(), (method, arguments) -> {
                Element[] elements = (Element[]) arguments[arguments.length - 1];
                Object name = arguments[arguments.length - 2];
                origins.add(method + " " + name + " " + List.of(elements));
            });
            processor.init(new WatchedEnvironment(environment, filer).proxy());
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    private interface Note {
        void of(String method, Object[] arguments);
    }

    private record WatchedEnvironment(ProcessingEnvironment environment, Filer filer) {
        ProcessingEnvironment proxy() {
            return (ProcessingEnvironment) Proxy.newProxyInstance(
                    OriginTest.class.getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (self, method, arguments) -> method.getName().equals("getFiler")
                            ? filer
                            : call(() -> method.invoke(environment, arguments)));
        }
    }

    private static <T> T proxy(Class<T> type, T target, Note note) {
        return type.cast(Proxy.newProxyInstance(
                OriginTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    note.of(method.getName(), arguments);
                    return call(() -> method.invoke(target, arguments));
                }));
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
