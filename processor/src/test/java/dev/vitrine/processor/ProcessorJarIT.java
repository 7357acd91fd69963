package dev.vitrine.processor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users put on their processor path: it needs nothing beside itself. */
class ProcessorJarIT {
    private static final String EXPERIMENT_PROCESSOR = "dev.vitrine.processor.ExperimentProcessor";
    private static final String APPLICATION_PROCESSOR = "dev.vitrine.processor.ApplicationProcessor";
    private static final Path JAR =
            Path.of("target", "vitrine-processor-" + System.getProperty("vitrine.version") + ".jar");

    @TempDir
    Path directory;

    @Test
    void allClassesAreVitrinesOwnOrRelocated() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> foreign = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .filter(name -> !name.startsWith("dev/vitrine/") && !name.startsWith("META-INF/"))
                    .toList();
            assertThat(foreign).isEmpty();
            assertThat(jar.getEntry("dev/vitrine/processor/shaded/javapoet/JavaFile.class"))
                    .isNotNull();
            assertThat(jar.getEntry("dev/vitrine/processor/shaded/jackson/core/JsonGenerator.class"))
                    .isNotNull();
        }
    }

    @Test
    void noClassNamesAThirdPartyByItsOwnName() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> naming = new ArrayList<>();
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".class")) {
                    String bytes = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
                    if (Stream.of("com/palantir/", "tools/jackson/", "org/commonmark/")
                            .anyMatch(bytes::contains)) {
                        naming.add(entry.getName());
                    }
                }
            }
            assertThat(naming).isEmpty();
        }
    }

    @Test
    void theServicesAndTheIncrementalMetadataNameBothProcessors() throws IOException {
        assertThat(lines("META-INF/services/javax.annotation.processing.Processor"))
                .containsExactlyInAnyOrder(EXPERIMENT_PROCESSOR, APPLICATION_PROCESSOR);
        for (String tool : List.of("gradle", "maven/compiler")) {
            assertThat(lines("META-INF/" + tool + "/incremental.annotation.processors"))
                    .containsExactly(EXPERIMENT_PROCESSOR + ",isolating", APPLICATION_PROCESSOR + ",aggregating");
        }
    }

    @Test
    void plainJavacNeedsTheTwoJarsAloneAndEveryJdkGivesTheSameBytes(@TempDir Path other) throws Exception {
        JavaProject expected = new JavaProject(other).sample("demo");
        expected.compile().orFail();

        for (Path jdk : jdks()) {
            Path output = Files.createTempDirectory(directory, "output");
            assertThat(javac(jdk, output, "--processor-path", JAR.toString()))
                    .as(jdk.toString())
                    .isEmpty();
            for (String file : List.of("pi/catalog.json", "pi/catalog.md", "experiments/demo.Started.json")) {
                assertThat(output.resolve("META-INF/vitrine").resolve(file))
                        .hasSameBinaryContentAs(
                                expected.classes().resolve("META-INF/vitrine").resolve(file));
            }
        }
    }

    @Test
    void theJarWorksOnAProcessorModulePath() throws Exception {
        assertThat(javac(
                        Path.of(System.getProperty("java.home")), directory, "--processor-module-path", JAR.toString()))
                .isEmpty();

        assertThat(directory.resolve("META-INF/vitrine/pi/catalog.md")).exists();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.vitrine.processor");
        }
    }

    @Test
    void anApplicationThatIsAModuleRunsFromAnImageOfJlink() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path modules = Files.createDirectories(directory.resolve("modules"));
        JavaProject.runtimeJar(modules);
        Path declaration = directory.resolve("module-info.java");
        Files.writeString(declaration, "module demo { requires dev.vitrine.runtime; }");
        Path program = directory.resolve("Show.java");
        Files.writeString(program, """
                package demo;
                public class Show {
                  public static void main(String[] arguments) {
                    var options = dev.vitrine.AnalyticsOptions.builder().appVersion("1.0.0")
                        .environment(java.util.Map.of("HOME", arguments[0])).build();
                    try (PiAnalytics analytics = PiAnalytics.open(options)) {
                      System.out.print(analytics.privacy().show("edit-tool-outcome").text());
                    }
                  }
                }
                """);
        Path image = directory.resolve("image");

        assertThat(javac(
                        jdk,
                        modules.resolve("demo"),
                        "--processor-path",
                        JAR.toString(),
                        "--module-path",
                        modules.toString(),
                        declaration.toString(),
                        program.toString()))
                .isEmpty();
        assertThat(run(
                        jdk.resolve("bin/jlink").toString(),
                        "--module-path",
                        modules.toString(),
                        "--add-modules",
                        "demo",
                        "--output",
                        image.toString()))
                .isEmpty();

        String java = image.resolve("bin/java").toString();
        assertThat(run(java, "--list-modules").lines().map(line -> line.replaceAll("@.*", "")))
                .containsExactlyInAnyOrder("demo", "dev.vitrine.runtime", "java.base");
        assertThat(run(java, "-m", "demo/demo.Show", directory.toString()))
                .contains("How often does the edit tool fail", "no_match");
    }

    private static List<String> lines(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** The JDK that runs this test, and those that are installed beside it. */
    private static List<Path> jdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return Stream.concat(
                            Stream.of(own),
                            siblings.filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
                                    .map(ProcessorJarIT::realPath))
                    .distinct()
                    .filter(ProcessorJarIT::isNewEnough)
                    .toList();
        }
    }

    private static boolean isNewEnough(Path jdk) {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> Runtime.Version.parse(line.split("\"", -1)[1]))
                    .anyMatch(version -> version.feature() >= 17);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Compiles the sample in a process of its own, as a user does, and answers what the compiler printed. */
    private static String javac(Path jdk, Path output, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/javac").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-encoding", "UTF-8", "-Xlint:all,-processing", "-Werror", "-d", output.toString()));
        if (!command.contains("--module-path")) {
            command.addAll(List.of("-cp", JavaProject.runtime().toString()));
        }
        try (Stream<Path> sources = Files.walk(Path.of("src/test/resources/samples/demo"))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        return run(command.toArray(String[]::new));
    }

    /** What a program printed, and its exit code, unless that is 0. */
    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? printed : printed + "exit code " + process.exitValue();
    }
}
