package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Somebody who sits at a terminal in which the program runs: presses keys, and reads what is shown. */
final class PersonAtTerminal implements AutoCloseable {
    static final String CONTROL_C = "\u0003";
    static final String END_OF_INPUT = "\u0004";
    static final String TAB = "\t";

    /** What a terminal obeys and does not show (ECMA-48, section 5.4), and carriage returns. */
    private static final Pattern CONTROLS = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|\u001B[=>]|[\r\u0007\b]");

    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final OutputStream keys;
    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final StringBuilder shown = new StringBuilder();
    private int read;

    PersonAtTerminal(Process process) {
        this.process = process;
        this.keys = process.getOutputStream();
        Thread reader = new Thread(this::copy, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Types a line, and returns what is shown until the next prompt. */
    String type(String line) throws IOException, InterruptedException {
        return press(line + "\r").readUntil(AgentTerminal.PROMPT);
    }

    PersonAtTerminal press(String pressed) throws IOException {
        keys.write(pressed.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** What is shown from where was read last to {@code text}, which stands at the beginning of a line. */
    String readUntil(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            String visible = CONTROLS.matcher(shown).replaceAll("");
            int at = ("\n" + visible).indexOf("\n" + text, read);
            if (at >= 0) {
                String answer = visible.substring(read, at);
                read = at + text.length();
                return answer;
            }
            String piece = pieces.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (piece == null || piece.isEmpty()) {
                throw new AssertionError("'" + text + "' was not shown; this was: " + visible.substring(read));
            }
            shown.append(piece);
        }
    }

    /** Leaves, and waits for the end. */
    void leave() throws IOException, InterruptedException {
        press("/quit\r");
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void copy() {
        char[] buffer = new char[4096];
        try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = out.read(buffer); count >= 0; count = out.read(buffer)) {
                pieces.add(new String(buffer, 0, count));
            }
        } catch (IOException closed) {
            pieces.add("");
            return;
        }
        pieces.add("");
    }
}
