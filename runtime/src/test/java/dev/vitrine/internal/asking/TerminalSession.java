package dev.vitrine.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program on a pseudo-terminal of its own, which util-linux's {@code script} makes: what a test types goes through the
 * kernel's line discipline, so that Ctrl-C is a signal and Ctrl-D the end of input.
 */
final class TerminalSession implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();

    private TerminalSession(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "terminal");
        this.reader.setDaemon(true);
        this.reader.start();
    }

    /** Runs the program on a terminal; {@code redirection} is shell text after the command, and may be empty. */
    static TerminalSession of(Class<?> program, String redirection, String... arguments) throws IOException {
        String line = String.join(" ", quoted(java(program, arguments))) + ' ' + redirection;
        // A build that runs in the background has SIGINT ignored, and hands that down: Ctrl-C would then do nothing.
        ProcessBuilder builder =
                new ProcessBuilder("env", "--default-signal=INT", "script", "-q", "-e", "-f", "-c", line, "/dev/null");
        builder.environment().put("SHELL", "/bin/sh");
        return new TerminalSession(builder.redirectErrorStream(true).start());
    }

    /** Runs the program with pipes in place of a terminal. */
    static TerminalSession withoutTerminal(Class<?> program, String... arguments) throws IOException {
        return new TerminalSession(new ProcessBuilder(java(program, arguments))
                .redirectErrorStream(true)
                .start());
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .toList();
    }

    /** Waits until the program has written {@code text}. */
    TerminalSession awaits(String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> output.indexOf(text) >= 0 || !process.isAlive());
        assertThat(output.toString()).contains(text);
        return this;
    }

    /** Types these characters. */
    TerminalSession types(String keys) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
        return this;
    }

    /** Makes the terminal {@code columns} wide, which the program is told by a signal. */
    TerminalSession resizes(int columns) throws IOException, InterruptedException {
        String pid = output.substring(output.indexOf("process ") + 8, output.indexOf(";"));
        String terminal = "/proc/" + pid + "/fd/0";
        assertThat(shell("stty -F " + terminal + " cols " + columns + " rows 7 && stty -F " + terminal + " size"))
                .isEqualTo("7 " + columns + "\n");
        return this;
    }

    private static String shell(String line) throws IOException, InterruptedException {
        Process shell =
                new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return printed;
    }

    /** What the program has written when it has ended, with line ends as in a file. */
    String ends() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended; it has written: " + output)
                .isTrue();
        reader.join(PATIENCE.toMillis());
        return output.toString().replace("\r\n", "\n");
    }

    int exitCode() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void read() {
        try (InputStream in = process.getInputStream()) {
            byte[] bytes = new byte[4096];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                output.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
