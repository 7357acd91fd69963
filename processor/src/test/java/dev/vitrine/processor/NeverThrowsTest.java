package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vitrine.Analytics;
import dev.vitrine.binding.Recorder;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the classes of an event: who records it, and who reads of it, notices nothing. */
class NeverThrowsTest {
    @TempDir
    Path directory;

    private JavaProject project;

    @BeforeEach
    void compileAnExperimentWhoseEnumThrows() throws Exception {
        project = new JavaProject(directory)
                .source("demo/Bad.java", """
                        package demo;
                        public enum Bad {
                          @dev.vitrine.Description("d") A;
                          static { if (true) throw new IllegalStateException("no configuration"); }
                        }
                        """)
                .source("demo/Seen.java", """
                        package demo;
                        import dev.vitrine.*;
                        import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
                        @Experiment(id = "seen", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Seen(@Description("d") Set<Bad> unrecorded) {}
                        """)
                .source(
                        "demo/App.java",
                        "package demo;\nimport dev.vitrine.*;\n" + NegativeCase.application("", "") + "class App {}");
        project.compile().orFail();
    }

    /** Records by each of the ways that there are. */
    private static void emit(CompiledCode code, Analytics analytics) throws Exception {
        Record event = code.make("demo.Seen", Set.of());
        call(analytics, "emit", code.load("demo.Seen"), event);
        Object events = analytics.getClass().getMethod("events").invoke(analytics);
        call(events, "seen", Set.class, Set.of());
        Object emitter =
                code.load("demo.SeenEmitter").getConstructor(Analytics.class).newInstance(analytics);
        call(emitter, "emit", code.load("demo.Seen"), event);
        call(emitter, "emit", Set.class, Set.of());
    }

    private static void call(Object on, String name, Class<?> parameter, Object argument) throws Exception {
        Method method = on.getClass().getMethod(name, parameter);
        assertThatCode(() -> method.invoke(on, argument)).doesNotThrowAnyException();
    }

    @Test
    void anEnumWhoseInitialiserThrowsCostsNothingAndWhatHasNoConstantOfItIsRecorded() throws Exception {
        try (CompiledCode code = new CompiledCode(project.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            emit(code, analytics);
            assertThat(analytics.recorder(code.type("demo.Seen")).isRecording()).isTrue();
            assertThat(CompiledCode.encode(code.type("demo.Seen"), code.make("demo.Seen", Set.of())))
                    .isEqualTo("{\"unrecorded\":[]}");
            assertThat(analytics.privacy().show().text()).contains("seen", "any number of these");
        }
    }

    @Test
    void aClassThatIsMissingLeavesTheExperimentInertAndItsEventsCounted() throws Exception {
        Files.delete(project.classes().resolve("demo/Bad.class"));
        try (CompiledCode code = new CompiledCode(project.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            emit(code, analytics);
            assertThat(analytics.privacy().show().text()).contains("seen");
            assertThat(analytics.privacy().preview().text()).isNotEmpty();
            analytics.close();
            assertThat(analytics.privacy().status().text()).contains("4 events, because they were not valid");
        }
    }

    @Test
    void anEmitterThatIsMissingLeavesTheApplicationAsItWas() throws Exception {
        Files.delete(project.classes().resolve("demo/SeenEmitter.class"));
        try (CompiledCode code = new CompiledCode(project.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            call(analytics, "emit", code.load("demo.Seen"), code.make("demo.Seen", Set.of()));
            assertThat(analytics.privacy().show().text()).contains("seen");
        }
    }

    /** A stack that is full overflows wherever it happens to; here it does in the recorder. */
    private static final class Overflowing extends Recorder<Record> {
        Overflowing() {
            setRecording(true);
        }

        @Override
        public void record(Record event) {
            throw new StackOverflowError();
        }

        @Override
        public void refused() {
            throw new StackOverflowError();
        }
    }

    @Test
    void aStackThatOverflowsWhileAnEventIsRecordedCostsThatEvent() throws Exception {
        try (CompiledCode code = new CompiledCode(project.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            Object emitter = code.load("demo.SeenEmitter")
                    .getConstructor(Analytics.class)
                    .newInstance(analytics);
            Field recorder = emitter.getClass().getDeclaredField("recorder");
            recorder.setAccessible(true);
            recorder.set(emitter, new Overflowing());
            call(emitter, "emit", code.load("demo.Seen"), code.make("demo.Seen", Set.of()));
            call(emitter, "emit", Set.class, Set.of());
        }
    }

    /** Dives until the stack is full, and records on the way back: from where there is hardly any room to where there is. */
    private static final String DEEP = """
            package demo;
            import java.util.*;
            import java.util.function.Function;
            public final class Deep implements Function<AppAnalytics, List<Throwable>> {
              private final List<Throwable> thrown = new ArrayList<>(10_000);
              private final Seen seen = new Seen(Set.of());
              @Override public List<Throwable> apply(AppAnalytics analytics) {
                dive(analytics);
                return thrown;
              }
              private boolean dive(AppAnalytics analytics) {
                boolean recorded = false;
                try {
                  recorded = dive(analytics);
                } catch (StackOverflowError full) {}
                if (!recorded) {
                  try {
                    analytics.emit(seen);
                    recorded = true;
                  } catch (Throwable escaped) {
                    thrown.add(escaped);
                  }
                }
                return recorded;
              }
            }
            """;

    @Test
    @SuppressWarnings("unchecked") // it is what it is declared as above
    void aStackThatIsFullWhileTheFirstEventIsRecordedThrowsWhereThereIsNoRoomForTheCallItselfAndNowhereElse()
            throws Exception {
        project.source("demo/Deep.java", DEEP);
        project.compile().orFail();
        for (int run = 0; run < 10; run++) {
            // With classes that are new each time: their initialisation, too, must find its way back.
            try (CompiledCode code = new CompiledCode(project.classes());
                    Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
                var deep = (Function<Analytics, List<Throwable>>)
                        code.load("demo.Deep").getConstructor().newInstance();
                List<Throwable> thrown = new ArrayList<>();
                Thread thread = new Thread(null, () -> thrown.addAll(deep.apply(analytics)), "deep", 512 * 1024);
                thread.start();
                thread.join();
                assertThat(thrown)
                        .allSatisfy(escaped -> assertThat(escaped.getStackTrace()[0].getMethodName())
                                .isIn("emit", "dive"));
                call(analytics, "emit", code.load("demo.Seen"), code.make("demo.Seen", Set.of()));
            }
        }
    }
}
