package dev.vitrine.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the same records in several ways, in turn, many times over, and prints the medians as a Markdown table. In
 * process, with sources and outputs in memory; CPU time and allocation are those of the compiling thread.
 */
public final class CompileBenchmark {
    private static final int RECORDS = 1000;
    private static final int WARM_UPS = Integer.getInteger("warmUps", 8);
    private static final int RUNS = Integer.getInteger("runs", 15);

    private final Compilation vitrine;
    private final Compilation withoutProcessing;
    private final Compilation recordBuilder;
    private final Compilation idleVitrine;
    private final Compilation idleNoOp;
    private final Compilation idleWithoutProcessing;

    private CompileBenchmark(Path libraries) throws IOException {
        String runtime = jars(libraries, "vitrine-runtime", "jspecify");
        List<String> withProcessor = List.of("-cp", runtime, "--processor-path", jars(libraries, "vitrine-processor"));
        Map<String, String> experiments = SampleRecords.experiments(RECORDS);
        vitrine = new Compilation("Vitrine", experiments, withProcessor);

        Map<String, String> withGenerated = new LinkedHashMap<>(experiments);
        withGenerated.putAll(vitrine.run().generated());
        withoutProcessing = new Compilation(
                "the same with the generated sources, -proc:none",
                withGenerated,
                List.of("-cp", runtime, "-proc:none"));
        recordBuilder = new Compilation(
                "record-builder",
                SampleRecords.builders(RECORDS),
                List.of(
                        "-cp",
                        jars(libraries, "record-builder-core"),
                        "--processor-path",
                        jars(libraries, "record-builder", "javapoet", "validation")));

        Map<String, String> plain = SampleRecords.plain(RECORDS);
        idleVitrine = new Compilation("no experiments, Vitrine's processor", plain, withProcessor);
        idleNoOp = new Compilation(
                "no experiments, a processor that does nothing",
                plain,
                List.of(
                        "-cp",
                        runtime,
                        "--processor-path",
                        System.getProperty("java.class.path"),
                        "-processor",
                        NoOpProcessor.class.getName()));
        idleWithoutProcessing = new Compilation("no experiments, -proc:none", plain, List.of("-proc:none"));
    }

    /** Takes the folder of the jars under test. */
    public static void main(String[] arguments) throws IOException {
        CompileBenchmark benchmark = new CompileBenchmark(Path.of(arguments[0]));
        benchmark.print(benchmark.run());
    }

    private Map<Compilation, Median> run() {
        List<Compilation> inTurn =
                List.of(vitrine, withoutProcessing, recordBuilder, idleVitrine, idleNoOp, idleWithoutProcessing);
        Map<Compilation, List<Compilation.Cost>> costs = new LinkedHashMap<>();
        inTurn.forEach(compilation -> costs.put(compilation, new ArrayList<>()));
        for (int i = 0; i < WARM_UPS + RUNS; i++) {
            boolean counts = i >= WARM_UPS;
            costs.forEach((compilation, all) -> {
                Compilation.Cost cost = compilation.run();
                if (counts) {
                    all.add(cost);
                }
            });
        }
        Map<Compilation, Median> medians = new LinkedHashMap<>();
        costs.forEach((compilation, all) -> medians.put(compilation, Median.of(all)));
        return medians;
    }

    private void print(Map<Compilation, Median> medians) {
        System.out.printf(
                Locale.ROOT,
                "%d records of 5 fields; JDK %s; %d processors; median of %d after %d.%n%n",
                RECORDS,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                RUNS,
                WARM_UPS);
        System.out.println("| compilation | CPU ms | allocated MB |");
        System.out.println("|---|---:|---:|");
        medians.forEach((compilation, median) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f |%n",
                compilation.name(),
                median.cpuMilliseconds(),
                median.allocatedMegabytes()));
        System.out.println();
        System.out.println("| ratio | measured | budget |");
        System.out.println("|---|---:|---:|");
        Median ours = of(medians, vitrine);
        ratio(
                "CPU: Vitrine to the same with the generated sources, -proc:none",
                ours.cpuMilliseconds() / of(medians, withoutProcessing).cpuMilliseconds(),
                "1.40");
        ratio(
                "allocation: Vitrine to record-builder",
                ours.allocatedMegabytes() / of(medians, recordBuilder).allocatedMegabytes(),
                "0.33");
        double processing = ours.allocatedMegabytes() - of(medians, withoutProcessing).allocatedMegabytes();
        double peers = of(medians, recordBuilder).allocatedMegabytes()
                - of(medians, idleWithoutProcessing).allocatedMegabytes();
        ratio("allocation beyond the compilation without processing: Vitrine to record-builder", processing / peers, "-");
        ratio(
                "CPU without experiments: Vitrine's processor to one that does nothing",
                of(medians, idleVitrine).cpuMilliseconds() / of(medians, idleNoOp).cpuMilliseconds(),
                "1.00");
    }

    private static void ratio(String what, double measured, String budget) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %s |%n", what, measured, budget);
    }

    private static Median of(Map<Compilation, Median> medians, Compilation compilation) {
        return Objects.requireNonNull(medians.get(compilation));
    }

    /** The medians of several runs. */
    private record Median(double cpuMilliseconds, double allocatedMegabytes) {
        static Median of(List<Compilation.Cost> costs) {
            return new Median(
                    median(costs.stream().map(Compilation.Cost::cpuNanoseconds).toList()) / 1e6,
                    median(costs.stream().map(Compilation.Cost::allocatedBytes).toList()) / 1e6);
        }
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String jars(Path folder, String... prefixes) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found = files.filter(file -> Stream.of(prefixes)
                            .anyMatch(prefix -> file.getFileName().toString().startsWith(prefix)))
                    .map(Path::toString)
                    .collect(Collectors.toSet());
            if (found.isEmpty()) {
                throw new IllegalStateException("no jar of " + List.of(prefixes) + " in " + folder);
            }
            return String.join(File.pathSeparator, found);
        }
    }
}
