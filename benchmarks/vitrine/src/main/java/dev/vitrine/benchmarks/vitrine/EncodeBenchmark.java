package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.benchmarks.vitrine.EditToolOutcome.Outcome;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One payload into bytes, by the generated code and by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {
    private final ExperimentType<EditToolOutcome> type = EditToolOutcomeEmitter.type();
    private final Utf8Buffer buffer = new Utf8Buffer(4096);
    private final PayloadWriter writer = new PayloadWriter(buffer, () -> null);
    private final HandWrittenEncoder byHand = new HandWrittenEncoder();
    private final EditToolOutcome[] events = new EditToolOutcome[16];
    private int next;

    /** Makes events that differ, and sees that both write the same. */
    @Setup
    public void prepare() {
        String[] models = {"gpt-5", "llama-4", "claude-opus-4.5", "unheard-of"};
        for (int i = 0; i < events.length; i++) {
            events[i] = new EditToolOutcome(models[i % models.length], Outcome.values()[i % 3], 1 + i);
        }
        for (int i = 0; i < events.length; i++) {
            next = i;
            generated();
            next = i;
            int length = byHand();
            String expected = new String(byHand.bytes(), 0, length, StandardCharsets.US_ASCII);
            String written = new String(buffer.toByteArray(), StandardCharsets.US_ASCII);
            if (!expected.equals(written)) {
                throw new IllegalStateException(expected + " is not " + written);
            }
        }
    }

    /** The generated code. */
    @Benchmark
    public int generated() {
        buffer.truncate(0);
        type.encode(events[next++ & 15], writer);
        return buffer.length();
    }

    /** Written by hand, for this one record. */
    @Benchmark
    public int byHand() {
        return byHand.encode(events[next++ & 15]);
    }
}
