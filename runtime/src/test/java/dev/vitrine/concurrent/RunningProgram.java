package dev.vitrine.concurrent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A {@link FlippingProgram} in a process of its own. */
final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final PrintWriter in;
    private final BufferedReader out;

    RunningProgram(Path home, URI endpoint) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlippingProgram.class.getName(),
                        home.toString(),
                        endpoint.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Has it do something, and waits for the answer. */
    String ask(String line) throws IOException {
        tell(line);
        return hear();
    }

    /** Has it do something. */
    void tell(String line) {
        in.println(line);
    }

    /** The next line of its output. */
    String hear() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the program has ended");
        }
        return line;
    }

    /** Ends it as its user would, and answers its exit code. */
    int end() throws InterruptedException {
        in.close();
        return process.waitFor();
    }

    @Override
    public void close() {
        in.close();
        process.destroyForcibly();
    }
}
