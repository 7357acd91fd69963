package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without consent nothing happens, as the kernel saw it: the program's system calls are recorded with {@code strace}
 * (Debian's package of that name).
 */
class OffDoesNothingIT {
    /** A call that makes or changes something in the file system. */
    private static final Pattern WRITES = Pattern.compile(
            "\\b(openat?|creat)\\([^\\n]*O_(WRONLY|RDWR|CREAT)|\\b(mkdir|rename|unlink|symlink|link)(at|at2)?\\(");

    @TempDir
    private Path home;

    @Test
    void anUndecidedRunConnectsNowhereAndWritesNothing() throws Exception {
        assertThatTheKernelSawNothing(Map.of());
    }

    @Test
    void aRunUnderDoNotTrackConnectsNowhereAndWritesNothing() throws Exception {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": true}\n");
        assertThatTheKernelSawNothing(Map.of("DO_NOT_TRACK", "1"));
    }

    @Test
    void theWatchSeesARunThatDoesCollect() throws Exception {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": true}\n");

        assertThat(ourCalls(trace(Map.of()))).anyMatch(call -> call.contains("/pi/analytics/"));
    }

    private void assertThatTheKernelSawNothing(Map<String, String> environment) throws Exception {
        Map<Path, String> before = contents();
        List<String> calls = trace(environment);

        assertThat(calls).as("the trace itself").hasSizeGreaterThan(100);
        // A socket alone is none of ours: the JVM makes one to find out whether there is IPv6.
        assertThat(calls).noneMatch(call -> call.contains("sa_family=AF_INET"));
        assertThat(ourCalls(calls)).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    private List<String> trace(Map<String, String> environment) throws Exception {
        Path trace = Files.createTempFile("strace", ".txt");
        try {
            AgentProcess.Ended ended = new AgentProcess(home)
                    // Counters that the JVM shares with tools by a file of its own.
                    .withJvm("-XX:-UsePerfData")
                    .under("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=network,file,desc")
                    .run(environment, "edit missing.txt a b", "edit missing.txt a b", "/quit");
            assertThat(ended.output()).contains("missing.txt cannot be read or written");
            assertThat(ended.exitCode()).isZero();
            return Files.readAllLines(trace);
        } finally {
            Files.delete(trace);
        }
    }

    /** The calls that write, but for those to devices and to what the kernel shows as files. */
    private List<String> ourCalls(List<String> calls) {
        return calls.stream()
                .filter(call -> WRITES.matcher(call).find())
                .filter(call -> !call.contains("\"/dev/") && !call.contains("\"/proc/") && !call.contains("\"/sys/"))
                .toList();
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.toList()) {
                contents.put(path, Files.isDirectory(path) ? "" : Files.readString(path));
            }
        }
        return contents;
    }
}
