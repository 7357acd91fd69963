package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.report.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of {@link JmhRun}'s.
 *
 * @param benchmark the method's name
 * @param nanoseconds for each event: the mean; of bursts, the median of the iterations' means
 * @param error half of the confidence interval of 99.9 %; of bursts, half of what lies between the quartiles
 * @param callersBytes bytes for each event that the calling thread has allocated; not a number where it was not counted
 * @param allBytes bytes for each event that all threads have allocated
 */
record Measured(String benchmark, double nanoseconds, double error, double callersBytes, double allBytes) {
    /** Runs benchmarks in a JVM of their own, with options, which JMH hands on to its forks. */
    static List<Measured> run(
            List<String> options, String classPath, String benchmarks, int threads, int forks, Path home) {
        List<String> command = Program.command(
                classPath,
                JmhRun.class.getName(),
                benchmarks,
                Integer.toString(threads),
                Integer.toString(forks),
                home.toString());
        // JMH leaves a lock file behind.
        command.add(1, "-Djava.io.tmpdir=" + home);
        List<Measured> measured = new ArrayList<>();
        for (String line : Program.results(Program.with(options, command))) {
            String[] fields = line.split("\t", -1);
            measured.add(new Measured(
                    fields[0],
                    Double.parseDouble(fields[1]),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4])));
        }
        return measured;
    }

    /** The time, with its error. */
    String time() {
        return String.format(Locale.ROOT, nanoseconds < 10 ? "%.2f ± %.2f" : "%.0f ± %.0f", nanoseconds, error);
    }

    /** The time of the middle one of some forks, the least and the most. */
    static String times(List<Measured> forks) {
        double[] sorted =
                forks.stream().mapToDouble(Measured::nanoseconds).sorted().toArray();
        double middle = sorted[sorted.length / 2];
        return String.format(
                Locale.ROOT,
                middle < 10 ? "%.2f (%.2f to %.2f)" : "%.0f (%.0f to %.0f)",
                middle,
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
