package dev.vitrine.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A collector in a process of its own, with its log in a file, so that it can be killed, watched and starved. */
final class CollectorProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    final Process process;
    final URI batches;
    final URI page;
    final Path data;
    final Path log;

    /** Starts one below {@code folder}; {@code prefix} are words of the command line before {@code java}. */
    CollectorProcess(Path folder, List<String> prefix, String... more) throws IOException {
        data = folder.resolve("data");
        log = folder.resolve("log");
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.vitrine.collector.CollectorCommand",
                "--catalog",
                Batches.catalogFile().toString(),
                "--data",
                data.toString(),
                "--port",
                "0",
                "--page-port",
                "0"));
        command.addAll(List.of(more));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        batches = address(out.readLine());
        page = address(out.readLine());
    }

    private URI address(String line) throws IOException {
        Matcher address = ADDRESS.matcher(String.valueOf(line));
        if (!address.find()) {
            throw new IOException("the collector did not start: " + line + "; " + Files.readString(log));
        }
        return URI.create(address.group());
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As {@code kill}; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the collector did not end within 30 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
