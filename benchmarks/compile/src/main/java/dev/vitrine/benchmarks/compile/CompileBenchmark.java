package dev.vitrine.benchmarks.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Compiles the same records in several ways, in turn, many times over, and prints the medians as a Markdown table. In
 * process, with sources and outputs in memory; CPU time and allocation are those of the compiling thread.
 */
public final class CompileBenchmark {
    private static final int RECORDS = Integer.getInteger("records", 1000);
    private static final int WARM_UPS = Integer.getInteger("warmUps", 2);
    private static final int RUNS = Integer.getInteger("runs", 3);

    private final Subject vitrine;
    private final Subject recordBuilder;
    private final Subject replay;
    private final Subject classFiles;
    private final Subject emptyClasses;
    private final Subject idleVitrine;
    private final Subject idleNoOp;
    private final List<Subject> subjects = new ArrayList<>();

    private CompileBenchmark(Jars jars) {
        String runtime = jars.path("vitrine-runtime", "jspecify");
        Map<String, String> experiments = SampleRecords.experiments(RECORDS);
        vitrine = Subject.of("Vitrine", experiments, runtime, jars.path("vitrine-processor"));
        InMemoryFiles generated = vitrine.processing().files();
        replay = Subject.of(
                "floor: Vitrine's sources, written by rote",
                experiments,
                runtime,
                ReplayProcessor.ofSources(generated.generatedSources()));
        // What it spares is the compiling of the same sources, so these are what it is compared with.
        classFiles = new Subject(
                "floor: class files instead of sources, written by rote",
                Subject.of("", experiments, runtime, ReplayProcessor.ofClasses(generated.generatedClasses()))
                        .processing(),
                replay.alone());
        emptyClasses = Subject.of(
                "floor: an empty class for each record, written by rote",
                experiments,
                runtime,
                ReplayProcessor.ofSources(SampleRecords.emptyEmitters(RECORDS)));
        recordBuilder = Subject.of(
                "record-builder 52",
                SampleRecords.annotated(RECORDS, "@io.soabase.recordbuilder.core.RecordBuilder"),
                jars.path("record-builder-core"),
                jars.path("record-builder", "javapoet", "validation"));
        Map<String, String> plain = SampleRecords.annotated(RECORDS, "");
        idleVitrine = Subject.of("no experiments, Vitrine", plain, runtime, jars.path("vitrine-processor"));
        idleNoOp = Subject.of(
                "no experiments, a processor that does nothing", plain, runtime, ReplayProcessor.ofNothing());
        subjects.addAll(List.of(vitrine, replay, classFiles, emptyClasses, recordBuilder));
        subjects.addAll(Peers.all(jars, RECORDS));
        subjects.addAll(List.of(idleVitrine, idleNoOp));
    }

    /** Takes the folder of the jars under test. */
    public static void main(String[] arguments) {
        CompileBenchmark benchmark = new CompileBenchmark(new Jars(Path.of(arguments[0])));
        benchmark.print(benchmark.run());
    }

    private Map<Compilation, Median> run() {
        Map<Compilation, List<Compilation.Cost>> costs = new LinkedHashMap<>();
        for (Subject subject : subjects) {
            costs.put(subject.processing(), new ArrayList<>());
            costs.put(subject.alone(), new ArrayList<>());
        }
        for (int i = 0; i < WARM_UPS + RUNS; i++) {
            boolean counts = i >= WARM_UPS;
            System.err.printf(Locale.ROOT, "round %d of %d%n", i + 1, WARM_UPS + RUNS);
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
                "%,d records of 5 fields; JDK %s; %s %s; %d processors; median of %d compilations after %d.%n%n",
                RECORDS,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                RUNS,
                WARM_UPS);
        System.out.println("| processor | CPU ms | allocated MB | CPU ms, `-proc:none` | allocated MB, `-proc:none` |"
                + " CPU ratio | allocation ratio |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (Subject subject : subjects) {
            Median processing = of(medians, subject.processing());
            Median alone = of(medians, subject.alone());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %.0f | %.2f | %.2f |%n",
                    subject.name(),
                    processing.cpuMilliseconds(),
                    processing.allocatedMegabytes(),
                    alone.cpuMilliseconds(),
                    alone.allocatedMegabytes(),
                    processing.cpuMilliseconds() / alone.cpuMilliseconds(),
                    processing.allocatedMegabytes() / alone.allocatedMegabytes());
        }
        printBudgets(medians);
    }

    private void printBudgets(Map<Compilation, Median> medians) {
        System.out.println();
        System.out.println(
                "| budget | allowed | Vitrine | floor, Vitrine's sources | floor, class files | floor, empty classes |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        budget(
                "CPU, to `-proc:none` with the generated sources",
                "1.40",
                subject -> of(medians, subject.processing()).cpuMilliseconds()
                        / of(medians, subject.alone()).cpuMilliseconds());
        double peer = of(medians, recordBuilder.processing()).allocatedMegabytes();
        budget(
                "allocation, to record-builder's",
                "0.33",
                subject -> of(medians, subject.processing()).allocatedMegabytes() / peer);
        System.out.printf(
                Locale.ROOT,
                "| CPU without experiments, to a processor that does nothing | 1.00 | %.2f | | | |%n",
                of(medians, idleVitrine.processing()).cpuMilliseconds()
                        / of(medians, idleNoOp.processing()).cpuMilliseconds());
    }

    private void budget(String what, String allowed, ToDoubleFunction<Subject> measured) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %.2f |%n",
                what,
                allowed,
                measured.applyAsDouble(vitrine),
                measured.applyAsDouble(replay),
                measured.applyAsDouble(classFiles),
                measured.applyAsDouble(emptyClasses));
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

        private static double median(List<Long> values) {
            List<Long> sorted = values.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }
}
