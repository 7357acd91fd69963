package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MillionEventsWithoutConsentTest {
    /** What queues, stores or sends; looking into the state directory for what a no has outlawed is none of it. */
    private static final Pattern SENDER = Pattern.compile(
            "dev\\.vitrine\\.internal\\.delivery\\.(Delivery|DeliveryLoop|EventQueue|Outbox|Sender|Spool) ");

    @TempDir
    private Path folder;

    @Test
    void aMillionEventsWithoutConsentStartNoThreadLoadNoSenderAndLeaveNoFile() throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load=info:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionEvents.class.getName(),
                        folder.resolve("config/settings.json").toString(),
                        folder.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(output).hasContent("threads changed: false");
        List<String> classes = Files.readAllLines(loaded, StandardCharsets.UTF_8);
        assertThat(classes).anyMatch(line -> line.contains("dev.vitrine.Analytics "));
        assertThat(classes)
                .noneMatch(line -> SENDER.matcher(line).find()
                        || line.contains("dev.vitrine.internal.network")
                        || line.contains("java.net.Socket "));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(loaded, output);
        }
    }
}
