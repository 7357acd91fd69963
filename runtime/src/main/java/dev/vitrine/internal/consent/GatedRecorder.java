package dev.vitrine.internal.consent;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.Recorder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A recorder that the gate opens and shuts. It looks at no clock, which would be half of what a call costs: who encodes an
 * event sees when its experiment is over, and has this {@link #refresh refreshed}.
 *
 * @param <T> the annotated record
 */
public final class GatedRecorder<T extends Record> extends Recorder<T> {
    private final ExperimentType<T> type;
    private final Gate gate;
    private final Supplier<@Nullable EventSink> sink;
    private boolean ended;

    /** Begins shut or open, as {@code gate} says; {@code sink} is asked when an event is recorded, and answers null once closed. */
    public GatedRecorder(ExperimentType<T> type, Gate gate, Supplier<@Nullable EventSink> sink) {
        this.type = type;
        this.gate = gate;
        this.sink = sink;
        refresh();
    }

    /** Asks the gate again. Alone, so that of two answers the older cannot win. */
    public synchronized void refresh() {
        setRecording(!ended && gate.mayRecord(type));
    }

    /** Shuts for good. */
    public synchronized void end() {
        ended = true;
        setRecording(false);
    }

    @Override
    public void record(@Nullable T event) {
        EventSink open = openSink();
        if (open != null) {
            if (event == null || !type.isUsable()) {
                open.refused();
            } else {
                open.offer(type, event);
            }
        }
    }

    @Override
    public void refused() {
        EventSink open = openSink();
        if (open != null) {
            open.refused();
        }
    }

    private @Nullable EventSink openSink() {
        return isRecording() ? sink.get() : null;
    }
}
