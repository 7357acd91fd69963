package dev.vitrine.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final List<Compilation> compilations = new ArrayList<>();
    private final Map<String, List<Compilation.Cost>> costs = new LinkedHashMap<>();

    private CompileBenchmark(Path libraries) throws IOException {
        String runtime = jars(libraries, "vitrine-runtime", "jspecify");
        String processor = jars(libraries, "vitrine-processor");
        List<String> withProcessor = List.of("-cp", runtime, "--processor-path", processor);

        Map<String, String> experiments = SampleRecords.experiments(RECORDS);
        Compilation vitrine = new Compilation("Vitrine", experiments, withProcessor);
        Map<String, String> withGenerated = new LinkedHashMap<>(experiments);
        withGenerated.putAll(vitrine.run().generated());

        compilations.add(vitrine);
        compilations.add(new Compilation(
                "the same with the generated sources, -proc:none",
                withGenerated,
                List.of("-cp", runtime, "-proc:none")));
        compilations.add(new Compilation(
                "record-builder",
                SampleRecords.builders(RECORDS),
                List.of(
                        "-cp", jars(libraries, "record-builder-core"),
                        "--processor-path", jars(libraries, "record-builder", "javapoet", "validation"))));
        Map<String, String> plain = SampleRecords.plain(RECORDS);
        compilations.add(new Compilation("no experiments, Vitrine's processor", plain, withProcessor));
        compilations.add(new Compilation(
                "no experiments, a processor that does nothing",
                plain,
                List.of(
                        "-cp", runtime,
                        "--processor-path", System.getProperty("java.class.path"),
                        "-processor", NoOpProcessor.class.getName())));
        compilations.add(new Compilation("no experiments, -proc:none", plain, List.of("-proc:none")));
    }

    /** Takes the folder of the jars under test. */
    public static void main(String[] arguments) throws IOException {
        CompileBenchmark benchmark = new CompileBenchmark(Path.of(arguments[0]));
        benchmark.run();
        benchmark.print();
    }

    private void run() {
        for (int i = 0; i < WARM_UPS + RUNS; i++) {
            for (Compilation compilation : compilations) {
                Compilation.Cost cost = compilation.run();
                if (i >= WARM_UPS) {
                    costs.computeIfAbsent(compilation.name(), name -> new ArrayList<>())
                            .add(cost);
                }
            }
        }
    }

    private void print() {
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
        Map<String, double[]> medians = new HashMap<>();
        costs.forEach((name, all) -> {
            double cpu = median(all.stream().map(Compilation.Cost::cpuNanoseconds).toList()) / 1e6;
            double allocated =
                    median(all.stream().map(Compilation.Cost::allocatedBytes).toList()) / 1e6;
            medians.put(name, new double[] {cpu, allocated});
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f |%n", name, cpu, allocated);
        });
        System.out.printf(
                Locale.ROOT,
                "%nCPU, Vitrine to the same with -proc:none: %.2f (budget 1.4)%n",
                ratio(medians, 0, "the same with the generated sources, -proc:none"));
        System.out.printf(
                Locale.ROOT,
                "Allocation, Vitrine to record-builder: %.2f (budget 0.33)%n",
                medians.get("Vitrine")[1] / medians.get("record-builder")[1]);
        System.out.printf(
                Locale.ROOT,
                "CPU without experiments, Vitrine's processor to one that does nothing: %.2f%n",
                medians.get("no experiments, Vitrine's processor")[0]
                        / medians.get("no experiments, a processor that does nothing")[0]);
    }

    private static double ratio(Map<String, double[]> medians, int column, String baseline) {
        return medians.get("Vitrine")[column] / medians.get(baseline)[column];
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
