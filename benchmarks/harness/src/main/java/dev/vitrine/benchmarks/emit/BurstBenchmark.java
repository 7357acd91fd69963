package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/**
 * What recording an event costs the caller's thread while the queue has room: bursts into an empty queue. All threads
 * together record at most 800 events at once, which every library's queue holds.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BurstBenchmark {
    private static final int OF_ONE_THREAD = 800;
    private static final int OF_TWO_THREADS = 400;
    private static final int OF_EIGHT_THREADS = 100;
    private static final Outcome[] OUTCOMES = Outcome.values();

    /** For one thread. */
    @Benchmark
    @OperationsPerInvocation(OF_ONE_THREAD)
    public void threads1(Target target, Caller caller) {
        burst(target.peer, caller, OF_ONE_THREAD);
    }

    /** For two. */
    @Benchmark
    @OperationsPerInvocation(OF_TWO_THREADS)
    public void threads2(Target target, Caller caller) {
        burst(target.peer, caller, OF_TWO_THREADS);
    }

    /** For eight. */
    @Benchmark
    @OperationsPerInvocation(OF_EIGHT_THREADS)
    public void threads8(Target target, Caller caller) {
        burst(target.peer, caller, OF_EIGHT_THREADS);
    }

    private static void burst(Peer peer, Caller caller, int events) {
        caller.burstOf(events);
        record(peer, events);
    }

    /** Records so many. */
    static void record(Peer peer, int events) {
        for (int i = 0; i < events; i++) {
            peer.record("gpt-5", OUTCOMES[i % OUTCOMES.length], 1 + (i & 7));
        }
    }
}
