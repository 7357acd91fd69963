package dev.vitrine.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
                    String bytes = new String(
                            jar.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
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
    void plainJavacNeedsTheTwoJarsAlone() throws Exception {
        assertThat(javac("--processor-path", JAR.toString())).isEmpty();

        assertThat(Files.readString(directory.resolve("META-INF/vitrine/pi/catalog.json")))
                .isEqualTo(Files.readString(Path.of("src/test/resources/golden/catalog.json")));
    }

    @Test
    void theJarWorksOnAProcessorModulePath() throws Exception {
        assertThat(javac("--processor-module-path", JAR.toString())).isEmpty();

        assertThat(directory.resolve("META-INF/vitrine/pi/catalog.md")).exists();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("dev.vitrine.processor");
        }
    }

    private static List<String> lines(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return new String(jar.getInputStream(jar.getEntry(entry)).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Compiles the sample in a process of its own, as a user does, and answers what the compiler printed. */
    private String javac(String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-encoding",
                "UTF-8",
                "-cp",
                JavaProject.runtime().toString(),
                "-Xlint:all,-processing",
                "-Werror",
                "-d",
                directory.toString()));
        try (Stream<Path> sources = Files.walk(Path.of("src/test/resources/samples/demo"))) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? output : output + "exit code " + process.exitValue();
    }
}
