package dev.vitrine.benchmarks.collector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under load: a JVM of its own, with no options but the ones that are named here. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(?:127\\.0\\.0\\.1:|listening on )(\\d+)");

    private final Process process;
    private final int port;
    private final double startSeconds;

    ServerProcess(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long begin = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        Matcher named = PORT.matcher(line == null ? "" : line);
        if (!named.find()) {
            throw new IOException("the server did not start: " + line);
        }
        port = Integer.parseInt(named.group(1));
        startSeconds = (System.nanoTime() - begin) / 1e9;
    }

    int port() {
        return port;
    }

    double startSeconds() {
        return startSeconds;
    }

    /** How much processor time it has taken so far. */
    Duration processorTime() throws IOException {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(
                        () -> new IOException("the system does not say how much processor time a process has taken"));
    }

    /** The most memory that was resident at once so far, as Linux counts it. */
    long peakResidentMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("Linux does not say how much memory is resident");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
