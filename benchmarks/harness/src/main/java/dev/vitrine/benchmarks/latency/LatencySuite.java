package dev.vitrine.benchmarks.latency;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.report.Table;
import dev.vitrine.benchmarks.stub.Stub;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** How long the slowest calls take when everything behind the queue is slow or dead. */
public final class LatencySuite {
    private static final Candidate OPENTELEMETRY = Candidate.PEERS.get(0);

    private final Path benchmarks;
    private final Table table = new Table("single calls of `emit`, µs", "server", "p50", "p99", "p99.9", "most");

    private LatencySuite(Path benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        LatencySuite suite = new LatencySuite(Path.of(arguments[0]).toAbsolutePath());
        try (Stub answering = Stub.answering("attempts", null);
                Stub silent = Stub.silent(null)) {
            URI nobody = Stub.nobody(null);
            suite.row("an empty method, timed in the same way", "", Candidate.VITRINE, nobody, "control");
            for (Candidate candidate : List.of(Candidate.VITRINE, OPENTELEMETRY, Candidate.PEERS.get(1))) {
                String name = candidate.nameAndVersion(suite.benchmarks);
                suite.row(name, "answers", candidate, answering.endpoint(), "paced");
                suite.row(name, "refuses", candidate, nobody, "paced");
                suite.row(name, "is silent", candidate, silent.endpoint(), "paced");
            }
            suite.row(
                    name(suite, Candidate.VITRINE, "disk dead"),
                    "answers",
                    Candidate.VITRINE,
                    answering.endpoint(),
                    "disk");
            suite.row(
                    name(suite, Candidate.VITRINE, "disk and network dead"),
                    "refuses",
                    Candidate.VITRINE,
                    nobody,
                    "disk");
            for (Candidate candidate : List.of(Candidate.VITRINE, OPENTELEMETRY)) {
                suite.row(name(suite, candidate, "queue full"), "answers", candidate, answering.endpoint(), "flood");
                suite.row(name(suite, candidate, "queue full"), "is silent", candidate, silent.endpoint(), "flood");
            }
        }
        System.out.println(Machine.description());
        System.out.println();
        System.out.println(suite.table);
        System.out.println(
                "\n200,000 calls, one every 20 µs, after 50,000 to warm up; for *queue full*, as fast as one thread can."
                        + " Each call is timed by itself, which is in the figures: see the first row. *Disk dead*: every access below"
                        + " the state's folder fails. *Most* is the machine's: a thread that loses its processor.");
    }

    private static String name(LatencySuite suite, Candidate candidate, String what) {
        return candidate.nameAndVersion(suite.benchmarks) + ", " + what;
    }

    private void row(String name, String server, Candidate candidate, URI endpoint, String how) {
        System.err.println(name + " " + server);
        Path home = Folders.empty(benchmarks, "latency");
        String[] figures = Program.results(Program.command(
                        candidate.classPathWithHarness(benchmarks),
                        LatencyRun.class.getName(),
                        endpoint.toString(),
                        home.toString(),
                        how))
                .get(0)
                .split("\t", -1);
        table.row(name, server, figures[0], figures[1], figures[2], figures[3]);
    }
}
