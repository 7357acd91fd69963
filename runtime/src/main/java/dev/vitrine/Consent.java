package dev.vitrine;

import dev.vitrine.internal.consent.Gate;

/**
 * The user's decision: to read it, and to change it. A change takes effect at once, in this process.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class Consent {
    private final Gate gate;

    Consent(Gate gate) {
        this.gate = gate;
    }

    /** What is stored. */
    public ConsentState state() {
        return ConsentState.UNDECIDED;
    }

    /** What is in force, and why. */
    public Decision decision() {
        return gate.decision();
    }

    /** Stores that the user said yes to what the installed catalog lists. */
    public ConsentChange grant(ConsentMode mode) {
        return new ConsentChange(false, mode + " could not be stored");
    }

    /** Stores that the user said no. Empties queue and spool, and removes the tracking id. Nothing more is sent. */
    public ConsentChange withdraw() {
        return new ConsentChange(false, "off could not be stored");
    }

    /** As {@link #withdraw}, for ever: only the user's own hand in the settings file can change it. */
    public ConsentChange disable() {
        return new ConsentChange(false, "off could not be stored");
    }
}
