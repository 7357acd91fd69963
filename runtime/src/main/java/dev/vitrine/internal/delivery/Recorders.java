package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.Recorder;
import dev.vitrine.internal.consent.EventSink;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.GatedRecorder;
import dev.vitrine.internal.consent.Outline;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The recorders of a run, one for each experiment, and the delivery that all of them feed: made for the first event, so
 * that a run without any loads none of it.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class Recorders implements Supplier<@Nullable EventSink> {
    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final Map<ExperimentType<?>, GatedRecorder<?>> recorders = new ConcurrentHashMap<>();
    private volatile @Nullable EventSink sink;
    private boolean closed;

    /** Has what is recorded go where {@code gate} and {@code options} say. */
    public Recorders(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /** The recorder of an experiment; the same each time. */
    public <T extends Record> Recorder<T> of(ExperimentType<T> type) {
        GatedRecorder<T> recorder = new GatedRecorder<>(type, gate, this);
        GatedRecorder<?> known = recorders.putIfAbsent(type, recorder);
        if (known != null) {
            @SuppressWarnings("unchecked") // it was made for this very type
            Recorder<T> same = (Recorder<T>) known;
            return same;
        }
        // Once more, for what changed before it was in the map.
        recorder.refresh();
        if (isClosed()) {
            recorder.end();
        }
        return recorder;
    }

    /** Has every recorder ask the gate again. */
    public void refresh() {
        for (GatedRecorder<?> recorder : recorders.values()) {
            recorder.refresh();
        }
    }

    /**
     * The last day of an experiment, by the catalog and by the emitter, which may be a library's; in days since 1970-01-01
     * (UTC). Its recorder is shut when that is over.
     */
    long lastDay(ExperimentType<?> type) {
        Outline.Entry entry = gate.outline().entry(type.id());
        long last = entry == null ? type.expires() : Math.min(entry.expires(), type.expires());
        GatedRecorder<?> recorder = last < gate.today() ? recorders.get(type) : null;
        if (recorder != null) {
            recorder.refresh();
        }
        return last;
    }

    /** Empties queue and spool; false when nothing was recorded in this run, and there is no delivery to do it. */
    public boolean withdraw() {
        EventSink open = sink;
        if (open != null) {
            open.withdraw();
        }
        return open != null;
    }

    /** Shuts every recorder for good, and stores what is queued. */
    public void close() {
        EventSink open;
        synchronized (this) {
            closed = true;
            open = sink;
            sink = null;
        }
        for (GatedRecorder<?> recorder : recorders.values()) {
            recorder.end();
        }
        if (open != null) {
            open.close();
        }
    }

    /** Where events go; null once closed. */
    @Override
    public @Nullable EventSink get() {
        EventSink open = sink;
        return open != null ? open : open();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized @Nullable EventSink open() {
        Path stateDirectory = gate.places().stateDirectory();
        if (sink == null && !closed && stateDirectory != null) {
            sink = new Delivery(application, options, gate, this, stateDirectory);
        }
        return sink;
    }
}
