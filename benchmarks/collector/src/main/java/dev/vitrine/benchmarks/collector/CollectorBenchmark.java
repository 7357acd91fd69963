package dev.vitrine.benchmarks.collector;

import dev.vitrine.collector.intake.NothingServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * How many events a collector takes, client included, on this machine; what that is beside the same server that throws them
 * away; and whether an event costs the same when many are stored.
 */
public final class CollectorBenchmark {
    private static final int EVENTS = 100;
    private static final int CONNECTIONS = 32;
    private static final int[] MORE_CONNECTIONS = {64, 128, 256};
    /** Odd, so that there is a middle: a machine that others share has phases. */
    private static final int ROUNDS = 3;

    private static final long WARMUP_SECONDS = 45;
    private static final long SECONDS = 10;
    /**
     * Twice as long as what comes in under load waits in the collector until it is folded into its tables: a part of that time
     * would say too little or too much.
     */
    private static final long FOLDING_SECONDS = 40;

    private static final long BRIEF_SECONDS = 5;
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int STEADY_EVENTS_PER_SECOND = 20_000;

    private final Path jar;
    private final Path catalog;
    private final String classPath;
    private final List<byte[]> bodies;
    private final boolean brief;

    private CollectorBenchmark(Path jar, Path catalog, String classes, boolean brief)
            throws IOException, GeneralSecurityException {
        this.jar = jar;
        this.catalog = catalog;
        this.classPath = classes + File.pathSeparator + jar;
        this.brief = brief;
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(catalog));
        this.bodies = new Bodies("sha256:" + HexFormat.of().formatHex(digest)).batches(2_000, EVENTS);
    }

    /** Takes the collector's jar, a catalog, and this class's own folder; then perhaps {@code brief}, and {@code ratio} or {@code held} for one half alone. */
    public static void main(String[] arguments)
            throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        CollectorBenchmark benchmark = new CollectorBenchmark(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                arguments[2],
                Arrays.asList(arguments).contains("brief"));
        if (!Arrays.asList(arguments).contains("held")) {
            benchmark.ratio(CONNECTIONS);
            for (int more : MORE_CONNECTIONS) {
                benchmark.ratio(more);
            }
        }
        if (!Arrays.asList(arguments).contains("ratio")) {
            benchmark.steady();
            benchmark.growth();
        }
    }

    private ServerProcess nothing() throws IOException {
        return new ServerProcess(List.of("-cp", classPath, NothingServer.class.getName(), "0"));
    }

    private ServerProcess collector(Path data) throws IOException {
        return new ServerProcess(List.of(
                "-jar",
                jar.toString(),
                "--catalog",
                catalog.toString(),
                "--data",
                data.toString(),
                "--port",
                "0",
                "--page-port",
                "0"));
    }

    /**
     * As many requests as are answered, of the collector and, before and after it, of the server that throws them away. One of
     * them works at a time: the collector has ended when the other begins.
     */
    private void ratio(int connections) throws IOException, InterruptedException, ExecutionException {
        System.out.printf(Locale.ROOT, "%d connections%n", connections);
        double[] events = new double[brief ? 1 : ROUNDS];
        double[] times = new double[events.length];
        try (ServerProcess nothing = nothing()) {
            warmUp(nothing, 204, connections);
            Cost before = fullSpeed("204", nothing, 204, connections, SECONDS);
            for (int round = 0; round < events.length; round++) {
                Cost stored = storing(connections);
                Cost after = fullSpeed("204", nothing, 204, connections, SECONDS);
                events[round] = 2 * stored.eventsPerSecond() / (before.eventsPerSecond() + after.eventsPerSecond());
                times[round] = (before.processorMicroseconds() + after.processorMicroseconds())
                        / (2 * stored.processorMicroseconds());
                System.out.printf(
                        Locale.ROOT,
                        "ratio                  %.2f in events/s, %.2f in processor time%n",
                        events[round],
                        times[round]);
                before = after;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "middle of %d            %.2f in events/s, %.2f in processor time%n",
                events.length,
                middle(events),
                middle(times));
    }

    private Cost storing(int connections) throws IOException, InterruptedException, ExecutionException {
        Path data = Files.createTempDirectory("vitrine-benchmark");
        try (ServerProcess collector = collector(data)) {
            warmUp(collector, 200, connections);
            return fullSpeed("collector", collector, 200, connections, FOLDING_SECONDS);
        } finally {
            delete(data);
        }
    }

    /** A JVM that has just started compiles for some half a minute: that is no request's. */
    private void warmUp(ServerProcess server, int status, int connections)
            throws IOException, InterruptedException, ExecutionException {
        new Load(server.port(), bodies, status)
                .run(connections, brief ? 3 * BRIEF_SECONDS : WARMUP_SECONDS, NO_LIMIT, 0);
    }

    private static double middle(double[] numbers) {
        return Arrays.stream(numbers).sorted().toArray()[numbers.length / 2];
    }

    /**
     * What a server does at full speed.
     *
     * @param processorMicroseconds the processor time that a request takes, client included: unlike the rate, it changes
     *     little with what else the machine does
     */
    private record Cost(double eventsPerSecond, double processorMicroseconds) {}

    private Cost fullSpeed(String what, ServerProcess server, int status, int connections, long seconds)
            throws IOException, InterruptedException, ExecutionException {
        Load load = new Load(server.port(), bodies, status);
        double ours = clientMicroseconds();
        double theirs = serverMicroseconds(server);
        Load.Result result = load.run(connections, brief ? BRIEF_SECONDS : seconds, NO_LIMIT, 0);
        ours = (clientMicroseconds() - ours) / result.requests();
        theirs = (serverMicroseconds(server) - theirs) / result.requests();
        double events = print(what, result, server);
        System.out.printf(
                Locale.ROOT, "  processor time for a request: server %.1f us, client %.1f us%n", theirs, ours);
        return new Cost(events, ours + theirs);
    }

    private static double serverMicroseconds(ServerProcess server) throws IOException {
        return server.processorTime().toNanos() / 1e3;
    }

    private static double clientMicroseconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e3;
    }

    /** A steady rate for a minute. */
    private void steady() throws IOException, InterruptedException, ExecutionException {
        Path data = Files.createTempDirectory("vitrine-benchmark");
        try (ServerProcess server = collector(data)) {
            Load load = new Load(server.port(), bodies, 200);
            load.run(CONNECTIONS, 5, NO_LIMIT, STEADY_EVENTS_PER_SECOND / EVENTS);
            print(
                    "at a steady rate",
                    load.run(CONNECTIONS, brief ? 10 : 60, NO_LIMIT, STEADY_EVENTS_PER_SECOND / EVENTS),
                    server);
        } finally {
            delete(data);
        }
    }

    /** The cost of an event when ten thousand to ten million are stored, and the time of a start then. */
    private void growth() throws IOException, InterruptedException, ExecutionException {
        Path data = Files.createTempDirectory("vitrine-benchmark");
        try {
            long stored = 0;
            for (long target :
                    brief ? new long[] {10_000, 1_000_000} : new long[] {10_000, 100_000, 1_000_000, 10_000_000}) {
                try (ServerProcess server = collector(data)) {
                    Load load = new Load(server.port(), bodies, 200);
                    if (stored > 0) {
                        System.out.printf(
                                Locale.ROOT, "start with %,d events stored: %.2f s%n", stored, server.startSeconds());
                    }
                    // A JVM that has just started is slow by itself: the last events before the target are measured.
                    long measured = Math.min(200_000, target / 2);
                    stored += load.run(CONNECTIONS, NO_LIMIT / 2_000_000_000, (target - stored - measured) / EVENTS, 0)
                                    .requests()
                            * EVENTS;
                    Load.Result result = load.run(CONNECTIONS, 600, measured / EVENTS, 0);
                    stored += result.requests() * EVENTS;
                    print(String.format(Locale.ROOT, "up to %,d", stored), result, server);
                }
            }
            try (ServerProcess server = collector(data)) {
                System.out.printf(Locale.ROOT, "start with %,d events stored: %.2f s%n", stored, server.startSeconds());
            }
        } finally {
            delete(data);
        }
    }

    private static double print(String what, Load.Result result, ServerProcess server) throws IOException {
        double events = result.requests() * EVENTS / result.seconds();
        System.out.printf(
                Locale.ROOT,
                "%-22s %,10.0f events/s  %5.2f us each  p50 %6.2f ms  p99 %6.2f ms  resident %d MiB%n",
                what,
                events,
                1e6 / events,
                result.median(),
                result.slow(),
                server.peakResidentMebibytes());
        return events;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
