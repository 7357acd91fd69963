package dev.vitrine.internal.consent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.Decision;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides whether an event may be recorded, stored or sent.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class Gate {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Decision decision = new Decision(null, "nothing was decided yet");

    /** Reads what is stored, once. */
    @SuppressWarnings("UnusedVariable") // read from the next commit on
    public Gate(ApplicationType application, AnalyticsOptions options) {}

    /** What is in force, as of the last time that the stored decision was read. */
    public Decision decision() {
        return decision;
    }

    /**
     * Leave to store or send a batch: reads the stored decision again, which is cheap when its file is unchanged. Null
     * when there is no leave; listeners are told first if that is new.
     */
    public @Nullable BatchPermit permitBatch() {
        return null;
    }

    /** Leave to make a side request; null under {@code DO_NOT_TRACK} and its like. Needs no consent. */
    public @Nullable SideRequestPermit permitSideRequest() {
        return null;
    }

    /** Leave to ask for deletion; null when there is no tracking id. */
    public @Nullable DeletionPermit permitDeletion() {
        return null;
    }

    /** Whether an event of this experiment may be recorded now. */
    public boolean mayRecord(ExperimentType<?> type) {
        return decision.isOn() && type.expires() >= 0;
    }

    /** Has {@code listener} run after each change of what is in force, on the thread that found out. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }
}
