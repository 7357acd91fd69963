package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Whether an event costs the thread that records it the same in a catalog of ten experiments and of a thousand. */
public final class GrowthSuite {
    private static final int FORKS = Integer.getInteger("forks", 3);
    private static final int[] EXPERIMENTS = {10, 100, 1_000};
    /**
     * A heap of which every page was touched: else the first record on each costs the system's time to clear it, 2.5 µs for 170
     * records, and how much of the heap was used before depends on what the start has left behind.
     */
    private static final List<String> TOUCHED_HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

    private final Path benchmarks;

    private GrowthSuite(Path benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        new GrowthSuite(Path.of(arguments[0]).toAbsolutePath()).run();
    }

    /** The catalogs take turns, so that what else the machine does meets the small and the large alike. */
    private void run() {
        Map<Integer, String> classPaths = new TreeMap<>();
        for (int experiments : EXPERIMENTS) {
            classPaths.put(experiments, classPath(experiments));
        }
        Map<Integer, List<Measured>> off = new TreeMap<>();
        Map<Integer, List<Measured>> on = new TreeMap<>();
        for (int fork = 0; fork < FORKS; fork++) {
            classPaths.forEach((experiments, classPath) -> {
                measure(off, experiments, classPath, "OffBenchmark.off$");
                measure(on, experiments, classPath, "BurstBenchmark.threads1$");
            });
        }
        Table table = new Table("experiments in the catalog", "off, ns", "on, ns", "caller's B");
        for (int experiments : classPaths.keySet()) {
            List<Measured> forks = on.getOrDefault(experiments, List.of());
            table.row(
                    Integer.toString(experiments),
                    Measured.times(off.getOrDefault(experiments, List.of())),
                    Measured.times(forks),
                    String.format(Locale.ROOT, "%.0f", forks.get(0).callersBytes()));
        }
        System.out.println(Machine.description());
        System.out.println(
                "JMH 1.37. Off: average time, 3 × 1 s to warm up and 5 × 1 s measured. On: bursts as in *emit*."
                        + " The middle one of " + FORKS
                        + " forks, the least and the most; the catalogs take turns. The heap's pages are touched beforehand ("
                        + String.join(" ", TOUCHED_HEAP) + ").\n\n" + table);
    }

    private void measure(Map<Integer, List<Measured>> into, int experiments, String classPath, String pattern) {
        System.err.println(experiments + " experiments: " + pattern);
        into.computeIfAbsent(experiments, any -> new ArrayList<>())
                .addAll(Measured.run(TOUCHED_HEAP, classPath, pattern, 1, 1, Folders.empty(benchmarks, "jmh")));
    }

    /** Makes a program with so many experiments. */
    private String classPath(int experiments) {
        String runtime = Candidate.VITRINE.jars(benchmarks).get(0).toString();
        String harness =
                benchmarks.resolve("harness/target/classes") + ":" + benchmarks.resolve("harness/target/lib") + "/*";
        Path folder = Folders.empty(benchmarks, "grown-" + experiments);
        Path processor =
                Folders.only(benchmarks.resolveSibling("processor").resolve("target"), "vitrine-processor-", ".jar");
        Program.results(Program.command(
                Candidate.VITRINE.classPathWithHarness(benchmarks),
                Candidate.VITRINE.programs() + ".GrownCatalog",
                Integer.toString(experiments),
                folder.toString(),
                runtime + ":" + benchmarks.resolve("harness/target/classes"),
                processor.toString()));
        return runtime + ":" + folder.resolve("classes") + ":" + harness;
    }
}
