package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.Recorder;
import dev.vitrine.internal.consent.EventSink;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.GatedRecorder;
import dev.vitrine.internal.delivery.Delivery;
import dev.vitrine.internal.delivery.DeliveryState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The one object that an application holds. The compiler makes a subclass of it for each {@link AnalyticsApplication}.
 *
 * <p>Safe for use by several threads. Neither opening it nor using it throws, blocks, or writes to the standard streams.
 */
public abstract class Analytics implements AutoCloseable {
    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final Consent consent;
    private final Privacy privacy;
    private final UpdateCheck updateCheck;
    private final List<GatedRecorder<?>> recorders = new CopyOnWriteArrayList<>();
    private volatile boolean recording;
    private volatile @Nullable EventSink sink;
    private volatile long epoch;
    private boolean closed;

    /** Reads what the user decided. Opens nothing else. */
    protected Analytics(ApplicationType application, AnalyticsOptions options) {
        this.application = application;
        this.options = options;
        this.gate = new Gate(application, options);
        this.consent = new Consent(gate, application, options);
        this.privacy = new Privacy(application, options, gate, consent);
        this.updateCheck = new UpdateCheck(application, options, gate);
        this.epoch = gate.epoch();
        gate.onChange(this::decisionChanged);
        refresh();
        if (!gate.decision().isOn() && gate.stored().isAgainstKeeping()) {
            // The user said no since an earlier run left something behind, perhaps by hand in the settings.
            forgetWaiting();
        }
    }

    /** The recorder of an experiment. It opens and shuts as the user decides. */
    public final <T extends Record> Recorder<T> recorder(ExperimentType<T> type) {
        GatedRecorder<T> recorder = new GatedRecorder<>(type, gate, this::sink);
        recorders.add(recorder);
        // Once more, for what changed before it was in the list.
        recorder.refresh();
        if (isClosed()) {
            recorder.end();
        }
        return recorder;
    }

    /** Whether any event could be recorded now: one field read. */
    public final boolean isRecording() {
        return recording;
    }

    /** The user's decision. */
    public final Consent consent() {
        return consent;
    }

    /** What the user can read. */
    public final Privacy privacy() {
        return privacy;
    }

    /** The update check. */
    public final UpdateCheck updateCheck() {
        return updateCheck;
    }

    /** What the application's declaration says. */
    public final ApplicationType application() {
        return application;
    }

    /** Stores what is not sent yet, for a later run, and stops. Does not wait for the network. Nothing is recorded after. */
    @Override
    public void close() {
        EventSink open;
        synchronized (this) {
            closed = true;
            open = sink;
            sink = null;
        }
        recording = false;
        recorders.forEach(GatedRecorder::end);
        if (open != null) {
            open.close();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void refresh() {
        synchronized (this) {
            recording = !closed && gate.mayRecordAny();
        }
        recorders.forEach(GatedRecorder::refresh);
    }

    private void decisionChanged() {
        refresh();
        long now = gate.epoch();
        if (now != epoch) {
            epoch = now;
            forgetWaiting();
        }
    }

    /** What was recorded under another decision is neither stored any longer nor sent. */
    private void forgetWaiting() {
        EventSink open = sink;
        Path stateDirectory = gate.places().stateDirectory();
        if (open != null) {
            open.withdraw();
        } else if (stateDirectory != null) {
            try {
                DeliveryState.withdraw(stateDirectory);
            } catch (IOException unreadable) {
                // What cannot be deleted is not sent either: the gate is asked again before each batch.
                return;
            }
        }
    }

    /** Where events go: made for the first one, so that a run without any loads none of it; null once closed. */
    private @Nullable EventSink sink() {
        EventSink open = sink;
        return open != null ? open : openSink();
    }

    private synchronized @Nullable EventSink openSink() {
        Path stateDirectory = gate.places().stateDirectory();
        if (sink == null && !closed && stateDirectory != null) {
            sink = new Delivery(application, options, gate, stateDirectory);
        }
        return sink;
    }
}
