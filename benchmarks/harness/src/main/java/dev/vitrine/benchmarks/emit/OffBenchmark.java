package dev.vitrine.benchmarks.emit;

import dev.vitrine.benchmarks.peer.Nothing;
import dev.vitrine.benchmarks.peer.Outcome;
import dev.vitrine.benchmarks.peer.Peer;
import dev.vitrine.benchmarks.peer.PeerProvider.Place;
import dev.vitrine.benchmarks.peer.Peers;
import dev.vitrine.benchmarks.stub.Stub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a call costs for a user who has not agreed, beside a call of a method that does nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OffBenchmark {
    private final Peer nothing = new Nothing();
    private String model = "gpt-5";
    private Outcome outcome = Outcome.APPLIED;
    private int attempts = 1;
    private Peer peer;

    /** Opens it. */
    @Setup
    public void open() throws IOException {
        peer = Peers.provider()
                .openOff(new Place(
                        Stub.nobody(null), Files.createTempDirectory(Path.of(System.getProperty(Target.HOME)), "off")));
    }

    /** The floor: the same call, of a method with an empty body. */
    @Benchmark
    public void emptyCall() {
        nothing.record(model, outcome, attempts);
    }

    /** Without consent. */
    @Benchmark
    public void off() {
        peer.record(model, outcome, attempts);
    }
}
