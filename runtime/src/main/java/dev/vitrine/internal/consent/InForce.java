package dev.vitrine.internal.consent;

import java.util.Objects;

/**
 * What the gate goes by.
 *
 * @param decision what was stored when the verdict was found
 * @param verdict what is in force
 */
record InForce(StoredDecision decision, Verdict verdict) {

    boolean isOpen() {
        return verdict.mode() != null;
    }

    /** The same, but off. */
    InForce shut(String reason) {
        return new InForce(decision, new Verdict(verdict.rule(), null, reason, false));
    }

    /** Whether events that were recorded under this may still go out under {@code now}. */
    boolean goesOnAs(InForce now) {
        return verdict.mode() == now.verdict.mode()
                && Objects.equals(decision.userId(), now.decision.userId())
                && Objects.equals(decision.trackingId(), now.decision.trackingId());
    }
}
