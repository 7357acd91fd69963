package dev.vitrine.example.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of the program as a user starts it, {@code java -jar pi.jar}, with a home and an environment of its own. */
final class AgentProcess {
    private final Path home;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private final List<String> options = new ArrayList<>();

    AgentProcess(Path home) {
        this.home = home;
    }

    /** Runs the program under another one, such as {@code strace}. */
    AgentProcess under(String... command) {
        prefix.addAll(List.of(command));
        return this;
    }

    AgentProcess with(String... options) {
        this.options.addAll(List.of(options));
        return this;
    }

    AgentProcess withJvm(String... options) {
        jvmOptions.addAll(List.of(options));
        return this;
    }

    /** Starts the program, to type lines into it one by one. */
    RunningAgent start(Map<String, String> environment) throws IOException {
        return new RunningAgent(builder(environment).redirectErrorStream(true).start());
    }

    /** Starts the program in a terminal, with somebody at it. */
    PersonAtTerminal startInTerminal(Map<String, String> environment) throws IOException {
        Path script = Path.of(
                System.getProperty("project.basedir"),
                "src/test/resources/dev/vitrine/example/agent/pseudo_terminal.py");
        under("python3", script.toString());
        ProcessBuilder builder = builder(environment).redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        return new PersonAtTerminal(builder.start());
    }

    /**
     * What a run printed.
     *
     * @param exitCode the exit code
     * @param output standard output and standard error
     */
    record Ended(int exitCode, String output) {}

    /** Types the lines, leaves, and waits for the end. */
    Ended run(Map<String, String> environment, String... lines) throws IOException, InterruptedException {
        Path input = Files.createTempFile("lines", ".txt");
        Path output = Files.createTempFile("output", ".txt");
        try {
            Files.writeString(input, String.join("\n", lines) + "\n");
            Process process = builder(environment)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the agent did not end: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(input);
            Files.delete(output);
        }
    }

    private ProcessBuilder builder(Map<String, String> environment) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Path jar() {
        Path jar = Path.of(System.getProperty("project.basedir"), "target", "pi.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing; mvn verify builds it");
        }
        return jar;
    }
}
