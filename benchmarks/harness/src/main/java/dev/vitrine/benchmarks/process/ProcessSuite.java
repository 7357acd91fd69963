package dev.vitrine.benchmarks.process;

import dev.vitrine.benchmarks.report.Candidate;
import dev.vitrine.benchmarks.report.Folders;
import dev.vitrine.benchmarks.report.Machine;
import dev.vitrine.benchmarks.report.Program;
import dev.vitrine.benchmarks.stub.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What analytics adds to a command that records three events and ends: whole runs of a cold JVM, in turn, while the server
 * answers, refuses connections, or takes them and says nothing.
 */
public final class ProcessSuite {
    private static final int ROUNDS = Integer.getInteger("runs", 21);
    private static final int MOST_SECONDS = 12;
    /** For how long the command works that lives long enough for a first request. */
    private static final String WORK_MILLISECONDS = "400";

    private final Path benchmarks;
    private final Certificate certificate;
    private final List<Run> runs = new ArrayList<>();
    private final Run empty;
    private final Run emptyThatWorks;

    private ProcessSuite(Path benchmarks, Certificate certificate) {
        this.benchmarks = benchmarks;
        this.certificate = certificate;
        this.empty = add(new Run("empty `main`", "", ours("Empty"), null, ProcessSuite::nothing));
        this.emptyThatWorks = add(new Run(
                "empty `main` that sleeps for 400 ms",
                "",
                ours("Empty", WORK_MILLISECONDS),
                null,
                ProcessSuite::nothing));
    }

    /** Takes the folder {@code benchmarks/}. */
    public static void main(String[] arguments) {
        Path benchmarks = Path.of(arguments[0]).toAbsolutePath();
        try (Certificate certificate = Certificate.in(Folders.empty(benchmarks, "certificate"));
                Servers plain = new Servers(null);
                Servers secure = new Servers(certificate)) {
            ProcessSuite suite = new ProcessSuite(benchmarks, certificate);
            suite.addOurs(plain);
            suite.addSending(Candidate.VITRINE, plain);
            suite.addSending(Candidate.VITRINE_OVER_TLS, secure);
            Candidate.PEERS.forEach(peer -> suite.addPeer(peer, peer.overTls() ? secure : plain));
            suite.addArchived(plain);
            for (int round = 0; round < ROUNDS; round++) {
                suite.runs.forEach(run -> run.again(MOST_SECONDS));
            }
            System.out.println(Machine.description());
            System.out.println();
            System.out.println(new ProcessReport(suite.runs, MOST_SECONDS).text());
        }
    }

    private void addOurs(Servers servers) {
        URI refusing = servers.refusing();
        Path undecided = Folders.empty(benchmarks, "undecided");
        Path agreed = agreed("agreed", 0, refusing);
        add(new Run("Vitrine, `open` alone, off", "", opening(refusing, undecided), empty, ProcessSuite::nothing));
        add(new Run("Vitrine, `open` alone, on", "", opening(refusing, agreed), empty, ProcessSuite::nothing));
        add(new Run("Vitrine, off", "", three(refusing, undecided, "0"), empty, ProcessSuite::nothing));
        servers.endpoints().forEach((server, endpoint) -> {
            Path home = agreed("stores-" + server.replace(' ', '-'), 0, endpoint);
            add(new Run("**Vitrine**, a run that only stores", server, three(endpoint, home, "0"), empty, () -> {}));
        });
        Path full = agreed("full", 499, refusing);
        add(new Run(
                "Vitrine, the same with 500 batches waiting",
                "refuses",
                three(refusing, full, "0"),
                empty,
                ProcessSuite::nothing));
    }

    private void addSending(Candidate vitrine, Servers servers) {
        String how = vitrine.overTls() ? ", over TLS" : "";
        servers.endpoints().forEach((server, endpoint) -> {
            Path home = agreed("sends-" + endpoint.getScheme() + '-' + server.replace(' ', '-'), 0, endpoint);
            add(new Run(
                    "Vitrine, a run that may send (400 ms of work)" + how,
                    server,
                    Program.with(vitrine.options(certificate), three(endpoint, home, WORK_MILLISECONDS)),
                    emptyThatWorks,
                    () -> forgetFailures(home)));
        });
    }

    private void addPeer(Candidate peer, Servers servers) {
        servers.endpoints()
                .forEach((server, endpoint) -> add(new Run(
                        peer.title(benchmarks), server, threeOf(peer, endpoint), empty, ProcessSuite::nothing)));
    }

    /** What is left when classes come from an archive; for those peers too that have an end of their own. */
    private void addArchived(Servers servers) {
        Archives archives = new Archives(Folders.empty(benchmarks, "archives"));
        URI refusing = servers.refusing();
        Path undecided = Folders.empty(benchmarks, "undecided-archived");
        Path agreed = agreed("agreed-archived", 0, refusing);
        Path storing = agreed("stores-archived", 0, refusing);
        Run emptyArchived = add(
                new Run("empty `main`, archived", "", archives.archived(ours("Empty")), null, ProcessSuite::nothing));
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("Vitrine, `open` alone, off, archived", opening(refusing, undecided));
        commands.put("Vitrine, `open` alone, on, archived", opening(refusing, agreed));
        commands.put("**Vitrine**, a run that only stores, archived", three(refusing, storing, "0"));
        commands.forEach((name, command) ->
                add(new Run(name, "", archives.archived(command), emptyArchived, ProcessSuite::nothing)));
        for (Candidate peer : Candidate.PEERS.subList(0, 2)) {
            add(new Run(
                    peer.title(benchmarks) + ", archived",
                    "answers",
                    archives.archived(threeOf(peer, servers.answering())),
                    emptyArchived,
                    ProcessSuite::nothing));
        }
    }

    private List<String> threeOf(Candidate peer, URI endpoint) {
        List<String> command =
                Program.command(peer.classPath(benchmarks), peer.programs() + ".ThreeEvents", endpoint.toString());
        return Program.with(peer.options(certificate), command);
    }

    private Run add(Run run) {
        runs.add(run);
        return run;
    }

    private List<String> ours(String program, String... arguments) {
        return Program.command(
                Candidate.VITRINE.classPath(benchmarks), Candidate.VITRINE.programs() + '.' + program, arguments);
    }

    private List<String> three(URI endpoint, Path home, String work) {
        return ours("ThreeEvents", endpoint.toString(), home.toString(), work);
    }

    private List<String> opening(URI endpoint, Path home) {
        return ours("OpenOnce", endpoint.toString(), home.toString());
    }

    /** The home of a user who has agreed, with so many batches waiting. */
    private Path agreed(String name, int batches, URI endpoint) {
        Path home = Folders.empty(benchmarks, name);
        Program.results(ours("Agree", endpoint.toString(), home.toString(), Integer.toString(batches)));
        makeOlder(home.resolve("settings.json"));
        return home;
    }

    /** Most runs find settings of another day; with ones of this second they go another way, through other classes. */
    private static void makeOlder(Path settings) {
        try {
            Files.setLastModifiedTime(settings, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Else the next run would not try to send, and be measured at its cheapest. */
    private static void forgetFailures(Path home) {
        try {
            Files.deleteIfExists(home.resolve("state/retry"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void nothing() {}
}
