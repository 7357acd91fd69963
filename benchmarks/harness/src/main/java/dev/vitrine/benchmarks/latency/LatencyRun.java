package dev.vitrine.benchmarks.latency;

import dev.vitrine.benchmarks.peer.Nothing;
import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import dev.vitrine.benchmarks.report.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Records events from one thread, each timed, and prints percentiles of the times of single calls. At an even pace, or as
 * fast as the thread can, so that every queue is full.
 */
public final class LatencyRun {
    private static final int WARM_UP_EVENTS = 50_000;
    private static final int EVENTS = 200_000;
    private static final long PACE_NANOSECONDS = 20_000;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private LatencyRun() {}

    /** Takes the endpoint, an empty folder, and {@code paced}, {@code flood}, {@code disk} or {@code control}. */
    public static void main(String[] arguments) throws IOException {
        PeerProvider provider = Peers.provider();
        Place place = new Place(URI.create(arguments[0]), Path.of(arguments[1]));
        Peer peer = arguments[2].equals("control") ? new Nothing() : provider.open(place);
        if (arguments[2].equals("disk")) {
            removeDisk(place.home());
        }
        long pace = arguments[2].equals("flood") ? 0 : PACE_NANOSECONDS;
        record(peer, WARM_UP_EVENTS, pace);
        long[] times = record(peer, EVENTS, pace);
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "> %.2f\t%.2f\t%.2f\t%.0f%n",
                at(times, 0.5),
                at(times, 0.99),
                at(times, 0.999),
                times[times.length - 1] / 1e3);
        System.out.flush();
        // What a library does at its end is measured elsewhere.
        Runtime.getRuntime().halt(0);
    }

    /** Everything below the folder for state fails from now on: a file stands where the folder was. */
    private static void removeDisk(Path home) throws IOException {
        Path state = home.resolve("state");
        Folders.delete(state);
        Files.writeString(state, "");
    }

    private static long[] record(Peer peer, int events, long pace) {
        long[] times = new long[events];
        long next = System.nanoTime();
        for (int i = 0; i < events; i++) {
            next += pace;
            while (System.nanoTime() - next < 0) {
                Thread.onSpinWait();
            }
            long before = System.nanoTime();
            peer.record("gpt-5", OUTCOMES[i % OUTCOMES.length], 1 + (i & 7));
            long after = System.nanoTime();
            times[i] = after - before;
            if (pace > 0 && after - next > TimeUnit.MILLISECONDS.toNanos(1)) {
                // Held up by the machine: what was missed is not made up for in a burst.
                next = after;
            }
        }
        return times;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e3;
    }
}
