package dev.vitrine.benchmarks.throughput;

import com.sun.management.OperatingSystemMXBean;
import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import dev.vitrine.benchmarks.stub.Certificate;
import dev.vitrine.benchmarks.stub.Stub;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records events for a while, as fast as they arrive at the stub, with no more on their way than its
 * queue holds; prints how many arrived
 * and what the sender has used of the processors: all threads of this process but the one that records and looks.
 */
public final class ThroughputRun {
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Stub stub;
    private final Peer peer;
    private final int mostOnTheirWay;
    private long recorded;

    private ThroughputRun(Stub stub, Peer peer, int mostOnTheirWay) {
        this.stub = stub;
        this.peer = peer;
        this.mostOnTheirWay = mostOnTheirWay;
    }

    /** Takes an empty folder, and for how many seconds to warm up and to measure. */
    public static void main(String[] arguments) {
        PeerProvider provider = Peers.provider();
        try (Stub stub = Stub.answering(provider.eventMark(), Certificate.trusted())) {
            Peer peer = provider.open(new Place(stub.endpoint(), Path.of(arguments[0])));
            ThroughputRun run = new ThroughputRun(stub, peer, provider.mostOnTheirWay());
            run.record(Long.parseLong(arguments[1]));
            run.measure(Long.parseLong(arguments[2]));
        }
        System.out.flush();
        // What a library does at its end is measured elsewhere.
        Runtime.getRuntime().halt(0);
    }

    private void measure(long seconds) {
        long arrived = stub.received().events();
        long sender = senderNanoseconds();
        long start = System.nanoTime();
        record(seconds);
        long events = stub.received().events() - arrived;
        System.out.println("> " + events + '\t' + (senderNanoseconds() - sender) + '\t' + (System.nanoTime() - start));
    }

    private long senderNanoseconds() {
        return system.getProcessCpuTime() - threads.getCurrentThreadCpuTime();
    }

    private void record(long seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long arrived = stub.received().events();
        long lastNews = System.nanoTime();
        while (System.nanoTime() - end < 0) {
            while (recorded - arrived < mostOnTheirWay) {
                peer.record("gpt-5", OUTCOMES[(int) (recorded % OUTCOMES.length)], 1 + (int) (recorded & 7));
                recorded++;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
            long now = stub.received().events();
            if (now > arrived) {
                lastNews = System.nanoTime();
            } else if (System.nanoTime() - lastNews > TimeUnit.MILLISECONDS.toNanos(20)) {
                // What is left is less than a batch, and would wait for company.
                peer.flush();
                lastNews = System.nanoTime();
            }
            arrived = now;
        }
    }
}
