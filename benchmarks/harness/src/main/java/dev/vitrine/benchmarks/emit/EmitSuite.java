package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Table;
import dev.vitrine.benchmarks.stub.Certificate;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What an event costs the thread that records it: without consent, with it, and encoded. */
public final class EmitSuite {
    private static final int FORKS = Integer.getInteger("forks", 3);

    private final Path benchmarks;
    private final Certificate certificate;

    private EmitSuite(Path benchmarks, Certificate certificate) {
        this.benchmarks = benchmarks;
        this.certificate = certificate;
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        Path benchmarks = Path.of(arguments[0]).toAbsolutePath();
        try (Certificate certificate = Certificate.in(Folders.empty(benchmarks, "certificate"))) {
            new EmitSuite(benchmarks, certificate).run();
        }
    }

    private void run() {
        System.out.println(Machine.description());
        System.out.println(
                "JMH 1.37, average time, " + FORKS
                        + " forks for the first rows of each table (else one), each 3 × 1 s to warm up and 5 × 1 s measured; ± is the 99.9 % interval. Bursts: 100,000 events and 3 × 2 s to warm up, 20 × 2 s measured; the median of these 20, ± half of what lies between their quartiles.");
        off();
        bursts();
        encoding();
    }

    private void off() {
        Table table = new Table("without consent", "empty call, ns", "off, ns", "ratio", "B/op");
        for (Candidate candidate : List.of(Candidate.VITRINE, Candidate.PEERS.get(0), Candidate.PEERS.get(1))) {
            int forks = candidate.equals(Candidate.VITRINE) ? FORKS : 1;
            List<Measured> measured = measure(candidate, "OffBenchmark", 1, forks);
            Measured empty = named(measured, "emptyCall");
            Measured off = named(measured, "off");
            table.row(
                    candidate.nameAndVersion(benchmarks),
                    empty.time(),
                    off.time(),
                    number("%.2f", off.nanoseconds() / empty.nanoseconds()),
                    number("%.0f", off.allBytes()));
        }
        print(
                "Without consent",
                table,
                "OpenTelemetry: its API's no-op. PostHog: after `optOut()`. The others know no such thing.");
    }

    private void bursts() {
        Table table = new Table(
                "with consent, queue not full",
                "threads",
                "caller's time, ns",
                "ratio",
                "caller's B",
                "all threads' B");
        for (int threads : new int[] {1, 2, 8}) {
            int forks = threads == 1 ? FORKS : 1;
            Measured ours = measure(Candidate.VITRINE, "BurstBenchmark.threads" + threads + "$", threads, forks)
                    .get(0);
            burst(table, Candidate.VITRINE, threads, ours, ours);
            burst(
                    table,
                    Candidate.PEERS.get(0),
                    threads,
                    measure(Candidate.PEERS.get(0), "BurstBenchmark.threads" + threads + "$", threads, forks)
                            .get(0),
                    ours);
            if (threads == 1) {
                for (Candidate peer : Candidate.PEERS.subList(1, Candidate.PEERS.size())) {
                    burst(
                            table,
                            peer,
                            1,
                            measure(peer, "BurstBenchmark.threads1$", 1, 1).get(0),
                            ours);
                }
            }
        }
        print(
                "With consent",
                table,
                "Bursts of 800 events in all, 400 ms after the one before, into a queue that has been emptied, to a stub that answers at once, over TLS"
                        + " where the row says so: Amplitude speaks nothing else. *Ratio*: to"
                        + " Vitrine with as many threads. The record is 24 of the caller's bytes. Vitrine and"
                        + " OpenTelemetry with one thread: " + FORKS + " forks, else one.");
    }

    private void burst(Table table, Candidate candidate, int threads, Measured measured, Measured ours) {
        table.row(
                candidate.title(benchmarks),
                Integer.toString(threads),
                measured.time(),
                number("%.1f", measured.nanoseconds() / ours.nanoseconds()),
                number("%.0f", measured.callersBytes()),
                number("%.0f", measured.allBytes()));
    }

    private void encoding() {
        List<Measured> measured = measure(Candidate.VITRINE, "EncodeBenchmark", 1, FORKS);
        Measured byHand = named(measured, "byHand");
        Measured generated = named(measured, "generated");
        Table table = new Table("encoding one event", "ns", "ratio", "B/op");
        table.row("written by hand for this record", byHand.time(), "1.00", number("%.1f", byHand.allBytes()));
        table.row(
                "generated",
                generated.time(),
                number("%.2f", generated.nanoseconds() / byHand.nanoseconds()),
                number("%.1f", generated.allBytes()));
        print(
                "Encoding",
                table,
                "Both write the same bytes for 16 different events, one of four with a model that is not allowed.");
    }

    private List<Measured> measure(Candidate candidate, String pattern, int threads, int forks) {
        System.err.println(candidate.name() + ": " + pattern);
        return Measured.run(
                candidate.options(certificate),
                candidate.classPathWithHarness(benchmarks),
                pattern,
                threads,
                forks,
                Folders.empty(benchmarks, "jmh"));
    }

    private static Measured named(List<Measured> measured, String benchmark) {
        return measured.stream()
                .filter(each -> each.benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(benchmark + " was not measured: " + measured));
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static void print(String title, Table table, String remark) {
        System.out.println("\n## " + title + "\n\n" + table + "\n\n" + remark);
    }
}
