package dev.vitrine.benchmarks.footprint;

import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A program that records 100 events a second for a while, or none, and prints how much memory it then has. */
public final class FootprintRun {
    private static final long PACE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Outcome[] OUTCOMES = Outcome.values();

    private FootprintRun() {}

    /** Takes {@code records} or {@code idles}, the endpoint, an empty folder, and for how many seconds. */
    public static void main(String[] arguments) throws IOException {
        Peer peer = arguments[0].equals("records")
                ? Peers.provider().open(new Place(URI.create(arguments[1]), Path.of(arguments[2])))
                : null;
        run(peer, Long.parseLong(arguments[3]) * 100);
        long resident = residentKibibytes();
        System.gc();
        long live = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println("> " + resident + '\t' + live + '\t' + Thread.activeCount());
        System.out.flush();
        // What a library does at its end is measured elsewhere.
        Runtime.getRuntime().halt(0);
    }

    private static void run(@Nullable Peer peer, long events) {
        long next = System.nanoTime();
        for (long i = 0; i < events; i++) {
            next += PACE_NANOSECONDS;
            while (System.nanoTime() - next < 0) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            if (peer != null) {
                peer.record("gpt-5", OUTCOMES[(int) (i % OUTCOMES.length)], 1 + (int) (i & 7));
            }
        }
    }

    private static long residentKibibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IllegalStateException("this machine does not tell how much memory is resident");
    }
}
