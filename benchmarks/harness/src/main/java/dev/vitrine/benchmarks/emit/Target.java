package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import dev.vitrine.benchmarks.stub.Certificate;
import dev.vitrine.benchmarks.stub.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/** The library on the class path, sending to a stub in another process; all threads of a fork share it. */
@State(Scope.Benchmark)
public class Target {
    /** The name of the system property with a folder for files. */
    static final String HOME = "benchmarks.home";

    private static final long DRAINED_WITHIN_MILLISECONDS = 15_000;
    /**
     * How soon after a burst the next one begins, whoever is measured: one that is told to flush would otherwise have its
     * next burst while the processor's caches are still warm, and one that cannot be told would not.
     */
    private static final long PACE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(400);

    /** Recorded before anything is measured, by each library the same number: until its code is compiled. */
    private static final int EVENTS_TO_WARM_UP = 100_000;

    private static final long TOGETHER_WITHIN_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(300);

    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong ready = new AtomicLong();
    private volatile long lastBurst = System.nanoTime() - PACE_NANOSECONDS;

    private Stub stub;
    private int threads;
    /** What is measured. */
    Peer peer;

    /** Opens it. */
    @Setup(Level.Trial)
    public void open(BenchmarkParams parameters) throws IOException {
        PeerProvider provider = Peers.provider();
        stub = Stub.answering(provider.eventMark(), Certificate.trusted());
        peer = provider.open(
                new Place(stub.endpoint(), Files.createTempDirectory(Path.of(System.getProperty(HOME)), "on")));
        threads = parameters.getThreads();
        warmUp(provider.mostOnTheirWay());
    }

    /** Never more at once than the queue holds, which is what is measured later. */
    private void warmUp(int most) {
        for (int i = 0; i < EVENTS_TO_WARM_UP; i += most) {
            BurstBenchmark.record(peer, most);
            recorded(most);
            awaitDrained();
        }
    }

    /** Ends it. */
    @TearDown(Level.Trial)
    public void close() {
        stub.close();
        Thread ending = new Thread(peer::close, "end");
        ending.setDaemon(true);
        ending.start();
    }

    /** A thread has recorded a burst. */
    void recorded(int events) {
        recorded.addAndGet(events);
        lastBurst = System.nanoTime();
    }

    /** Waits until it is time for the next burst. */
    void awaitPace() {
        long left;
        while ((left = lastBurst + PACE_NANOSECONDS - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }

    /** Waits until the stub has everything that was recorded, so that the queue is empty. */
    void awaitDrained() {
        long expected = recorded.get();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAINED_WITHIN_MILLISECONDS);
        do {
            peer.flush();
            if (stub.awaitEvents(expected, 50)) {
                return;
            }
        } while (System.nanoTime() - end < 0);
        throw new IllegalStateException("of " + expected + " events " + stub.received() + " have arrived");
    }

    /** Waits until all threads are here, so that their bursts meet. */
    void awaitOthers() {
        long mine = ready.getAndIncrement();
        long everybody = (mine / threads + 1) * threads;
        long end = System.nanoTime() + TOGETHER_WITHIN_NANOSECONDS;
        // At the end of an iteration the others may not come any more.
        while (ready.get() < everybody && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(20_000);
        }
    }
}
