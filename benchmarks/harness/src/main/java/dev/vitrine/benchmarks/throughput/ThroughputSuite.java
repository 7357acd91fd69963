package dev.vitrine.benchmarks.throughput;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.report.Table;
import dev.vitrine.benchmarks.stub.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What sending costs: processor time for each event, and bytes on the wire. */
public final class ThroughputSuite {
    private static final String WARM_UP_SECONDS = System.getProperty("warmUp", "8");
    private static final String SECONDS = System.getProperty("seconds", "10");
    private static final double EVENTS = 100;

    private final Path benchmarks;
    private final Certificate certificate;

    private ThroughputSuite(Path benchmarks, Certificate certificate) {
        this.benchmarks = benchmarks;
        this.certificate = certificate;
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        Path benchmarks = Path.of(arguments[0]).toAbsolutePath();
        try (Certificate certificate = Certificate.in(Folders.empty(benchmarks, "certificate"))) {
            new ThroughputSuite(benchmarks, certificate).run();
        }
    }

    private void run() {
        System.out.println(Machine.description());
        System.out.println("\n## Processor time\n\n" + throughput()
                + "\n\nTo a stub on loopback that answers at once, for "
                + SECONDS + " s after " + WARM_UP_SECONDS
                + " s to warm up, with at most 3,000 events on their way (OpenTelemetry 1,800, PostHog 800: their queues hold no more). *Sender*: all threads of the process but the one that"
                + " records; garbage collection and compilation are in it. Vitrine also writes each batch to its spool and"
                + " to its audit log. Amplitude speaks TLS alone; it, and Vitrine beside it, send over TLS to the same stub."
                + " *Ratio*: to Vitrine over the same.");
        System.out.println(
                "\n## On the wire\n\n" + wire()
                        + "\n\n100 events, recorded at once, in one request where the library allows it (Mixpanel: 50 each). Bodies"
                        + " alone, without headers. *As sent*: compressed by those who compress. *If gzipped*: the body, packed by"
                        + " the stub. Vitrine, Mixpanel and Amplitude do not compress by themselves; nor does OpenTelemetry by default.");
    }

    private Table throughput() {
        Table table = new Table("sustained", "events/s of sender's CPU", "ratio", "events/s by the clock");
        double ours = 0;
        for (Candidate candidate : oursBeforeTheirs()) {
            System.err.println(candidate.name());
            String[] figures = run(candidate, ThroughputRun.class, WARM_UP_SECONDS, SECONDS);
            double events = Double.parseDouble(figures[0]);
            double perSecondOfCpu = events / Double.parseDouble(figures[1]) * 1e9;
            ours = candidate.name().equals(Candidate.VITRINE.name()) ? perSecondOfCpu : ours;
            table.row(
                    candidate.title(benchmarks),
                    String.format(Locale.ROOT, "%,.0f", perSecondOfCpu),
                    String.format(Locale.ROOT, "%.2f", ours / perSecondOfCpu),
                    String.format(Locale.ROOT, "%,.0f", events / Double.parseDouble(figures[2]) * 1e9));
        }
        return table;
    }

    /** Vitrine and those who speak as it does; then over TLS. */
    private static List<Candidate> oursBeforeTheirs() {
        List<Candidate> ordered = new ArrayList<>();
        Candidate.all().stream().filter(candidate -> !candidate.overTls()).forEach(ordered::add);
        ordered.add(Candidate.VITRINE_OVER_TLS);
        Candidate.all().stream().filter(Candidate::overTls).forEach(ordered::add);
        return ordered;
    }

    private Table wire() {
        Table table = new Table("bytes for each event", "requests", "uncompressed", "as sent", "if gzipped");
        for (Candidate candidate : Candidate.all()) {
            System.err.println(candidate.name());
            String[] figures = run(candidate, WireRun.class);
            table.row(
                    candidate.title(benchmarks),
                    figures[0],
                    perEvent(figures[2]),
                    perEvent(figures[1]),
                    perEvent(figures[3]));
        }
        return table;
    }

    private static String perEvent(String bytes) {
        return String.format(Locale.ROOT, "%.1f", Double.parseDouble(bytes) / EVENTS);
    }

    private String[] run(Candidate candidate, Class<?> program, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = Folders.empty(benchmarks, "throughput").toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        List<String> command = Program.command(candidate.classPathWithHarness(benchmarks), program.getName(), all);
        return Program.results(Program.with(candidate.options(certificate), command))
                .get(0)
                .split("\t", -1);
    }
}
