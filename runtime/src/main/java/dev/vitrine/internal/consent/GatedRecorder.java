package dev.vitrine.internal.consent;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.Recorder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A recorder that the gate opens and shuts.
 *
 * @param <T> the annotated record
 */
public final class GatedRecorder<T extends Record> extends Recorder<T> {
    private final ExperimentType<T> type;
    private final Gate gate;
    private final Supplier<EventSink> sink;

    /** Begins shut or open, as {@code gate} says; {@code sink} is asked when the first event is recorded. */
    public GatedRecorder(ExperimentType<T> type, Gate gate, Supplier<EventSink> sink) {
        this.type = type;
        this.gate = gate;
        this.sink = sink;
        refresh();
    }

    /** Asks the gate again. */
    public void refresh() {
        setRecording(gate.mayRecord(type));
    }

    @Override
    public void record(@Nullable T event) {
        if (!isRecording()) {
            return;
        }
        if (event == null) {
            sink.get().refused();
        } else {
            sink.get().offer(type, event);
        }
    }

    @Override
    public void refused() {
        if (isRecording()) {
            sink.get().refused();
        }
    }
}
