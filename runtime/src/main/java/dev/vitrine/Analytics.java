package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.Recorder;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.delivery.DeliveryState;
import dev.vitrine.internal.delivery.Recorders;
import java.io.IOException;
import java.nio.file.Path;
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
    private @Nullable Consent consent;
    private @Nullable Privacy privacy;
    private volatile boolean recording;
    private volatile @Nullable Recorders recorders;
    private volatile long epoch;
    private boolean closed;

    /** Reads what the user decided. Opens nothing else. */
    protected Analytics(ApplicationType application, AnalyticsOptions options) {
        this.application = application;
        this.options = options;
        this.gate = new Gate(application, options);
        this.epoch = gate.epoch();
        gate.onChange(new ChangeListener());
        refresh();
        if (gate.verdict().mode() == null && gate.stored().isAgainstKeeping()) {
            // The user said no since an earlier run left something behind, perhaps by hand in the settings.
            forgetWaiting();
        }
    }

    /** The recorder of an experiment: one for each. It opens and shuts as the user decides. */
    public final <T extends Record> Recorder<T> recorder(ExperimentType<T> type) {
        return recorders().of(type);
    }

    /** Made for the first recorder, which generated code asks for when it records the first event. */
    private synchronized Recorders recorders() {
        Recorders made = recorders;
        if (made == null) {
            made = new Recorders(application, options, gate);
            recorders = made;
            if (closed) {
                made.close();
            }
        }
        return made;
    }

    /** Whether any event could be recorded now: one field read. */
    public final boolean isRecording() {
        return recording;
    }

    /** The user's decision. */
    public final synchronized Consent consent() {
        // Made when it is first asked for, as what follows: most runs of a command ask for none of it.
        Consent made = consent;
        if (made == null) {
            made = new Consent(gate, application, options);
            consent = made;
        }
        return made;
    }

    /** What the user can read. */
    public final synchronized Privacy privacy() {
        Privacy made = privacy;
        if (made == null) {
            made = new Privacy(application, options, gate, consent());
            privacy = made;
        }
        return made;
    }

    /** The update check. */
    public final UpdateCheck updateCheck() {
        return new UpdateCheck(application, options, gate);
    }

    /** What the application's declaration says. */
    public final ApplicationType application() {
        return application;
    }

    /** Stores what is not sent yet, for a later run, and stops. Does not wait for the network. Nothing is recorded after. */
    @Override
    public void close() {
        Recorders open;
        synchronized (this) {
            closed = true;
            recording = false;
            open = recorders;
        }
        if (open != null) {
            open.close();
        }
    }

    private void refresh() {
        synchronized (this) {
            recording = !closed && gate.mayRecordAny();
        }
        Recorders open = recorders;
        if (open != null) {
            open.refresh();
        }
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
        Recorders open = recorders;
        Path stateDirectory = gate.places().stateDirectory();
        if ((open == null || !open.withdraw()) && stateDirectory != null) {
            try {
                DeliveryState.withdraw(stateDirectory);
            } catch (IOException unreadable) {
                // What cannot be deleted is not sent either: the gate is asked again before each batch.
                return;
            }
        }
    }

    /** A class, and no lambda: the first lambda of a run costs it ten milliseconds. */
    private final class ChangeListener implements Runnable {
        @Override
        public void run() {
            decisionChanged();
        }
    }
}
