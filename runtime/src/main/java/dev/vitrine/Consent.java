package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;

/**
 * The user's decision: to read it, and to change it. A change takes effect at once, in this process.
 *
 * <p>Safe for use by several threads. No method throws. The methods that store something take as long as a small file
 * does to be replaced; should another process keep it locked, they give up after two seconds.
 */
public final class Consent {
    private final Gate gate;
    private final ConsentChanges changes;

    Consent(Gate gate, ApplicationType application) {
        this.gate = gate;
        this.changes = new ConsentChanges(gate, application);
    }

    /** What is stored now. */
    public ConsentState state() {
        gate.update();
        return gate.stored().state();
    }

    /** What is in force, and why. */
    public Decision decision() {
        gate.update();
        return gate.decision();
    }

    /**
     * Stores that the user said yes to what the installed catalog lists, and to nothing that is added later. Call it only
     * for a yes that the user gave. What a stronger rule forbids, such as {@code DO_NOT_TRACK}, stays forbidden.
     */
    public ConsentChange grant(ConsentMode mode) {
        return changes.grant(mode);
    }

    /**
     * Stores that the user said no. In this process it holds at once, even if it cannot be stored: queue and spool are
     * emptied, and the tracking id is removed. Nothing tells the recipient.
     */
    public ConsentChange withdraw() {
        return changes.withdraw();
    }

    /** As {@link #withdraw}, for ever: only the user's own hand in the settings can change it. */
    public ConsentChange disable() {
        return changes.disable();
    }

    /** Stores a new random tracking id in place of the old one; under identified consent only. */
    public ConsentChange resetId() {
        return changes.resetId();
    }
}
