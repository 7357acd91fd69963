package dev.vitrine.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one run of a command cost, from its start to its end.
 *
 * @param wallMilliseconds by the clock
 * @param cpuMilliseconds of processor time, user and system, of all its threads
 * @param ended whether it ended by itself
 */
record Cost(double wallMilliseconds, double cpuMilliseconds, boolean ended) {
    /** The shell keeps the time: the operating system tells a parent what a child has used once it has ended. */
    private static final String SCRIPT = "TIMEFORMAT='%3R %3U %3S'; time \"$@\" >/dev/null 2>&1";

    /** Runs a command; after so many seconds it is ended. */
    static Cost of(List<String> command, int mostSeconds) {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
        timed.addAll(command);
        try {
            Process process = new ProcessBuilder(timed).start();
            boolean ended = process.waitFor(mostSeconds, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.waitFor();
            }
            String[] lines = new String(process.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split("\n", -1);
            String[] seconds = lines[lines.length - 1].split(" ", -1);
            return new Cost(
                    Double.parseDouble(seconds[0]) * 1000,
                    (Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2])) * 1000,
                    ended);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The medians of several runs. */
    static Cost median(List<Cost> costs) {
        return new Cost(
                middle(costs.stream().map(Cost::wallMilliseconds).toList()),
                middle(costs.stream().map(Cost::cpuMilliseconds).toList()),
                costs.stream().allMatch(Cost::ended));
    }

    private static double middle(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
