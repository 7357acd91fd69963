package dev.vitrine.example.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One run of the agent, as a process of its own with a home of its own: a line typed, what it answers read. */
final class AgentSession implements AutoCloseable {
    private static final String PROMPT = "pi> ";
    /** What a process needs to start; the rest of this machine's environment (CI, DO_NOT_TRACK, …) stays outside. */
    private static final Set<String> KEPT = Set.of("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT");

    private final Process process;
    private final Writer in;
    private final Reader out;

    AgentSession(Path jar, Path home, LoopbackServer server, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of("--analytics-endpoint", server.endpoint().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve(".local/state").toString());
        builder.environment().putAll(environment);
        process = builder.start();
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        readToPrompt();
    }

    /** Types a line, prints it and its answer, and returns the answer. */
    String type(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
        String answer = readToPrompt();
        System.out.println("    " + PROMPT + line);
        answer.lines().forEach(answered -> System.out.println(("    " + answered).stripTrailing()));
        return answer;
    }

    private String readToPrompt() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!endsWithPrompt(answer)) {
            int next = out.read();
            if (next < 0) {
                throw new Mismatch("the agent ended in the middle of a session; its last words: " + answer);
            }
            answer.append((char) next);
        }
        return answer.substring(0, answer.length() - PROMPT.length());
    }

    private static boolean endsWithPrompt(StringBuilder text) {
        int start = text.length() - PROMPT.length();
        return start >= 0 && text.indexOf(PROMPT, start) == start && (start == 0 || text.charAt(start - 1) == '\n');
    }

    /** Leaves the agent as a user does, and requires that it ends well. */
    @Override
    public void close() throws IOException {
        try {
            in.write("/quit\n");
            in.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new Mismatch("the agent did not end within 20 s of /quit");
            }
            Mismatch.unless(process.exitValue() == 0, "the agent ended with exit code " + process.exitValue());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
