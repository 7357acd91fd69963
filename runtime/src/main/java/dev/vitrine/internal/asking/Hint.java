package dev.vitrine.internal.asking;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentState;
import dev.vitrine.RunChoice;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Gate;

/**
 * The hint that opting in is possible: once, ever, and only where the question could be asked and was not. It asks for
 * nothing, so the share of those who are asked does not matter.
 */
public final class Hint {
    /** The marker of having hinted; it is empty. */
    static final String HINTED = "hinted";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;

    /** Hints at what {@code gate} waits for. */
    public Hint(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /** The hint; empty when it is not the time or the place. */
    public String once() {
        Markers markers = new Markers(gate.places().stateDirectory());
        boolean due = options.runChoice() != RunChoice.ASK
                && gate.mayAsk()
                && gate.stored().state() == ConsentState.UNDECIDED
                && markers.read(FirstQuestion.ASKED) == null
                && markers.create(HINTED, "");
        return due
                ? application.name() + " sends no analytics unless you agree to it. What it would send: privacy show."
                        + " To agree: privacy on. This is shown once."
                : "";
    }
}
