package dev.vitrine.benchmarks.footprint;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.report.Table;
import dev.vitrine.benchmarks.stub.Certificate;
import dev.vitrine.benchmarks.stub.Stub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a library adds to a program: jars on its class path, and resident memory while it records 100 events a second. */
public final class FootprintSuite {
    private static final long SECONDS = Math.round(Double.parseDouble(System.getProperty("minutes", "0.5")) * 60);
    /** The machine's own choice, and what a small tool is run with. */
    private static final List<String> HEAPS = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Xmx32m");

    private final Path benchmarks;
    private final Certificate certificate;
    private final ExecutorService waiting = Executors.newCachedThreadPool();

    private FootprintSuite(Path benchmarks, Certificate certificate) {
        this.benchmarks = benchmarks;
        this.certificate = certificate;
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        Path benchmarks = Path.of(arguments[0]).toAbsolutePath();
        try (Certificate certificate = Certificate.in(Folders.empty(benchmarks, "certificate"))) {
            new FootprintSuite(benchmarks, certificate).run();
        }
    }

    private void run() {
        System.out.println(Machine.description());
        System.out.println("\n## Class path\n\n" + classPaths());
        System.out.println("\n## Memory\n\n" + memory() + "\n\n100 events a second for " + SECONDS
                + " s, to a stub that answers, over TLS where the row says so; all programs at the same time."
                + " *Added*: resident memory at the end, less that of the same program without events. *Live heap*: what is left of it after a full collection, less the"
                + " same. The default heap of this machine is a quarter of its memory, and grows before anything is"
                + " collected.");
        waiting.shutdown();
    }

    private Table classPaths() {
        Table table = new Table("class path", "jars", "MB");
        for (Candidate candidate : Candidate.all()) {
            List<Path> jars = candidate.jars(benchmarks);
            long bytes = jars.stream().mapToLong(FootprintSuite::size).sum();
            table.row(
                    candidate.nameAndVersion(benchmarks),
                    Integer.toString(jars.size()),
                    String.format(Locale.ROOT, "%.2f", bytes / 1e6));
        }
        return table;
    }

    /** The resident memory and the live heap of a program that has run. */
    private record Memory(double residentMebibytes, double liveMebibytes, String threads) {}

    /** One candidate, or the program without events, with one heap. */
    private record Running(
            String name, CompletableFuture<Memory> withDefaultHeap, CompletableFuture<Memory> withSmallHeap) {}

    private Table memory() {
        List<Stub> stubs = new ArrayList<>();
        try {
            List<Running> all = new ArrayList<>();
            all.add(start("no events", Candidate.VITRINE, "idles", "http://127.0.0.1:9"));
            for (Candidate candidate : Candidate.all()) {
                Stub stub = Stub.answering("attempts", candidate.overTls() ? certificate : null);
                stubs.add(stub);
                all.add(start(
                        candidate.title(benchmarks),
                        candidate,
                        "records",
                        stub.endpoint().toString()));
            }
            return table(all);
        } finally {
            stubs.forEach(Stub::close);
        }
    }

    private static Table table(List<Running> all) {
        Table table = new Table(
                "resident memory, MiB", "default heap", "added", "`-Xmx32m`", "added", "live heap added", "threads");
        Memory idle = all.get(0).withDefaultHeap().join();
        Memory idleSmall = all.get(0).withSmallHeap().join();
        for (Running running : all) {
            Memory memory = running.withDefaultHeap().join();
            Memory small = running.withSmallHeap().join();
            table.row(
                    running.name(),
                    mebibytes(memory.residentMebibytes()),
                    mebibytes(memory.residentMebibytes() - idle.residentMebibytes()),
                    mebibytes(small.residentMebibytes()),
                    mebibytes(small.residentMebibytes() - idleSmall.residentMebibytes()),
                    mebibytes(small.liveMebibytes() - idleSmall.liveMebibytes()),
                    memory.threads());
        }
        return table;
    }

    private Running start(String name, Candidate candidate, String what, String endpoint) {
        return new Running(
                name, start(candidate, what, endpoint, HEAPS.get(0)), start(candidate, what, endpoint, HEAPS.get(1)));
    }

    private CompletableFuture<Memory> start(Candidate candidate, String what, String endpoint, String heap) {
        Path home = Folders.empty(
                benchmarks, "footprint" + heap + what + candidate.folder().replace('/', '-'));
        List<String> command = Program.command(
                candidate.classPathWithHarness(benchmarks),
                FootprintRun.class.getName(),
                what,
                endpoint,
                home.toString(),
                Long.toString(SECONDS));
        command.add(1, heap);
        command.addAll(1, candidate.options(certificate));
        return CompletableFuture.supplyAsync(
                () -> {
                    String[] figures = Program.results(command).get(0).split("\t", -1);
                    return new Memory(
                            Double.parseDouble(figures[0]) / 1024,
                            Double.parseDouble(figures[1]) / (1 << 20),
                            figures[2]);
                },
                waiting);
    }

    private static String mebibytes(double mebibytes) {
        return String.format(Locale.ROOT, "%.1f", mebibytes);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
