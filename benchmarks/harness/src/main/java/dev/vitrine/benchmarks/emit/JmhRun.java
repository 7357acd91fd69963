package dev.vitrine.benchmarks.emit;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs benchmarks with the class path that this program has, and prints one line for each. */
public final class JmhRun {
    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;
    /** Bursts are few in a second: so many iterations, of so many seconds. */
    private static final int MEASUREMENTS_OF_BURSTS = 20;

    private static final int SECONDS_OF_BURSTS = 2;

    private JmhRun() {}

    /** Takes the benchmarks (a regular expression), the number of threads, of forks, and a folder for files. */
    public static void main(String[] arguments) throws RunnerException {
        boolean bursts = arguments[0].contains("Burst");
        int seconds = bursts ? SECONDS_OF_BURSTS : 1;
        Options options = new OptionsBuilder()
                .include(arguments[0])
                .threads(Integer.parseInt(arguments[1]))
                .forks(Integer.parseInt(arguments[2]))
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(bursts ? MEASUREMENTS_OF_BURSTS : MEASUREMENTS)
                .measurementTime(TimeValue.seconds(seconds))
                .timeout(TimeValue.seconds(60))
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-D" + Target.HOME + "=" + arguments[3])
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult run : new Runner(options).run()) {
            Result<?> score = run.getPrimaryResult();
            double[] iterations = iterations(run);
            double median = iterations[iterations.length / 2];
            double quartiles = (iterations[iterations.length * 3 / 4] - iterations[iterations.length / 4]) / 2;
            System.out.printf(
                    Locale.ROOT,
                    "> %s\t%.3f\t%.3f\t%.1f\t%.3f%n",
                    score.getLabel(),
                    bursts ? median : score.getScore(),
                    bursts ? quartiles : score.getScoreError(),
                    callersBytes(run),
                    secondary(run, "gc.alloc.rate.norm"));
        }
    }

    /**
     * The scores of all iterations, the smallest first. Of bursts the middle one is told: one burst in which a thread loses its
     * processor for milliseconds would outweigh a thousand others in a mean.
     */
    private static double[] iterations(RunResult run) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
    }

    /** Bytes for each event on the calling threads; not a number where they were not counted. */
    private static double callersBytes(RunResult run) {
        return secondary(run, "bytes") / secondary(run, "events");
    }

    private static double secondary(RunResult run, String name) {
        return run.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .mapToDouble(entry -> entry.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
