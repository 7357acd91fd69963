package dev.vitrine.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of ours in a JVM of its own. */
public final class Program {
    private Program() {}

    /** The command line that runs it, with this JVM's own JDK. */
    public static List<String> command(String classPath, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The same command line with more options of the JVM. */
    public static List<String> with(List<String> options, List<String> command) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(1, options);
        return longer;
    }

    /** Runs it to its end, and answers for the lines that it printed which begin with {@code "> "}, without that. */
    public static List<String> results(List<String> command) {
        List<String> results = new ArrayList<>();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String line;
                while ((line = lines.readLine()) != null) {
                    if (line.startsWith("> ")) {
                        results.add(line.substring(2));
                    }
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return results;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
