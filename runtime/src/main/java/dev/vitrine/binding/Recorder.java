package dev.vitrine.binding;

import org.jspecify.annotations.Nullable;

/**
 * Where an emitter hands in its events. One for each experiment and {@link dev.vitrine.Analytics}.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> the annotated record
 */
public abstract class Recorder<T extends Record> {
    /** Whether the gate is open for this experiment; written by the gate alone. */
    private volatile boolean recording;

    /** For Vitrine's own recorders. */
    protected Recorder() {}

    /** Whether an event would be recorded now: one field read. */
    public final boolean isRecording() {
        return recording;
    }

    /** Opens or closes this recorder. */
    protected final void setRecording(boolean open) {
        recording = open;
    }

    /** Hands in an event. Never throws and never blocks; null is counted as invalid. */
    public abstract void record(@Nullable T event);

    /** Counts an event that its own constructor refused. Never throws. */
    public abstract void refused();
}
