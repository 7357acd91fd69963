package dev.vitrine.compiled.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledSources;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallSiteScannerTest {
    @TempDir
    Path classes;

    @Test
    void aDirectCallIsToldWithClassMethodFileAndLine() throws IOException {
        CallSites found = scan("Shell.java", """
            package sample;
            class Shell {
              void open(OpenedEmitter emitter) {
                emitter.emit(3);
              }
            }
            """);
        assertThat(found.all()).containsExactly(new CallSite("opened", "sample.Shell", "open", "Shell.java", 4));
        assertThat(found.all().get(0)).hasToString("sample.Shell.open(Shell.java:4)");
    }

    @Test
    void callsOfTheFacadeAndOfItsEventsAreCallSitesToo() throws IOException {
        CallSites found = scan("Shell.java", """
            package sample;
            class Shell {
              void open(SampleAnalytics analytics) {
                analytics.emit(new Opened(1));
                analytics.events().closed(2);
              }
            }
            """);
        assertThat(found.of("opened")).extracting(CallSite::line).containsExactly(4);
        assertThat(found.of("closed")).extracting(CallSite::line).containsExactly(5);
    }

    @Test
    void aMethodReferenceIsACallSiteOfTheMethodInWhichItIsWritten() throws IOException {
        CallSites found = scan("Shell.java", """
            package sample;
            import java.util.stream.Stream;
            class Shell {
              void openAll(OpenedEmitter emitter, Stream<Opened> events) {
                events.forEach(emitter::emit);
              }
            }
            """);
        assertThat(found.all()).extracting(CallSite::method).containsExactly("openAll");
    }

    @Test
    void aCallInALambdaInALambdaBelongsToTheMethodAroundThem() throws IOException {
        CallSites found = scan("Shell.java", """
            package sample;
            class Shell {
              static final Runnable AT_CLASS_START = () -> new OpenedEmitter(null).emit(1);
              Runnable later(OpenedEmitter emitter) {
                return () -> {
                  Runnable inner = () -> emitter.emit(2);
                  inner.run();
                };
              }
            }
            """);
        assertThat(found.all()).extracting(CallSite::method).containsExactly("<clinit>", "later");
    }

    @Test
    void generatedCodeIsNeitherACallSiteNorHandWritten() throws IOException {
        CallSites found = scan("Empty.java", "package sample; class Empty {}");
        assertThat(found.all()).isEmpty();
        assertThat(found.handWritten()).isEmpty();
    }

    @Test
    void aClassByHandThatExtendsOrCallsTheBindingIsTold() throws IOException {
        CallSites found = scan("Smuggler.java", """
            package sample;
            import dev.vitrine.binding.*;
            class Smuggler extends ExperimentType<Opened> {
              Smuggler() { super("x", "x", "?", 1); }
              @Override protected void write(Opened event, PayloadWriter out) {}
              void send(Recorder<Opened> recorder) {
                recorder.record(new Opened(1));
              }
            }
            """);
        assertThat(found.handWritten())
                .extracting(HandWrittenCaller::place, HandWrittenCaller::target)
                .contains(
                        tuple("sample.Smuggler.class(Smuggler.java)", "dev.vitrine.binding.ExperimentType"),
                        tuple("sample.Smuggler.send(Smuggler.java:7)", "dev.vitrine.binding.Recorder.record"));
    }

    @Test
    void aMethodReferenceIntoTheBindingIsToldToo() throws IOException {
        CallSites found = scan("Smuggler.java", """
            package sample;
            import dev.vitrine.binding.Recorder;
            class Smuggler {
              java.util.function.Consumer<Opened> send(Recorder<Opened> recorder) {
                return recorder::record;
              }
            }
            """);
        assertThat(found.handWritten())
                .extracting(HandWrittenCaller::method)
                .containsOnly("send")
                .isNotEmpty();
    }

    @Test
    void readingWhatTheApplicationSaysOfItselfIsAllowed() throws IOException {
        CallSites found = scan("About.java", """
            package sample;
            import dev.vitrine.binding.ApplicationType;
            class About {
              String text(ApplicationType application) {
                return application.name() + application.recipient().region();
              }
            }
            """);
        assertThat(found.handWritten()).isEmpty();
    }

    @Test
    void aCallInAnotherRootThanTheEmittersIsFound(@TempDir Path library) throws IOException {
        SampleApplication.sources().compile(library);
        new CompiledSources()
                .add("app/Main.java", "package app; class Main { void go(sample.OpenedEmitter e) { e.emit(1); } }")
                .compile(classes, library);
        assertThat(scan(List.of(classes, library)).all())
                .extracting(CallSite::type)
                .containsExactly("app.Main");
    }

    @Test
    void theRuntimeItselfMayUseItsOwnInterface() throws Exception {
        Path runtime = Path.of(ExperimentType.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(scan(List.of(runtime)).handWritten()).isEmpty();
    }

    @Test
    void aFileThatIsNoClassIsNamed() throws IOException {
        Files.writeString(classes.resolve("Broken.class"), "no class");
        assertThatThrownBy(() -> scan(List.of(classes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Broken.class in ")
                .hasMessageContaining("no class file that can be read");
    }

    @Test
    void oneRandomByteInAClassFileNeverEndsInAnythingButAnIoException() throws IOException {
        SampleApplication.sources().compile(classes);
        Path emitter = classes.resolve("sample/OpenedEmitter.class");
        byte[] original = Files.readAllBytes(emitter);
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            byte[] mutated = original.clone();
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            Files.write(emitter, mutated);
            try {
                scan(List.of(classes));
            } catch (IOException told) {
                assertThat(told).hasMessageContaining("OpenedEmitter.class");
            }
        }
    }

    private CallSites scan(String file, String source) throws IOException {
        SampleApplication.sources().add("sample/" + file, source).compile(classes);
        return scan(List.of(classes));
    }

    private static CallSites scan(List<Path> locations) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        try {
            for (Path location : locations) {
                roots.add(ClassRoot.open(location));
            }
            return CallSiteScanner.scan(roots);
        } finally {
            for (ClassRoot root : roots) {
                root.close();
            }
        }
    }
}
