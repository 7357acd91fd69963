package dev.vitrine.internal.consent;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gate goes by.
 *
 * @param decision what was stored when the verdict was found
 * @param verdict what is in force
 * @param covered the ids of the experiments that the decision covers, as far as they may be recorded in this run
 * @param scope stands for one yes and its scope: the same text for the same two; null when the decision has no scope
 */
record InForce(
        StoredDecision decision,
        Verdict verdict,
        Set<String> covered,
        @Nullable String scope) {

    boolean isOpen() {
        return verdict.mode() != null;
    }

    /** The same, but off. */
    InForce shut(String reason) {
        return new InForce(decision, new Verdict(Verdict.Rule.SHUT, null, reason, false), covered, scope);
    }

    /** The same, without the experiments that were not covered before: a yes to more holds from the next start on. */
    InForce noWiderThan(InForce before) {
        if (before.covered.containsAll(covered)) {
            return this;
        }
        Set<String> both = new HashSet<>(covered);
        both.retainAll(before.covered);
        return new InForce(decision, verdict, both, scope);
    }

    /** Whether all events that were recorded under this may still go out under {@code now}. */
    boolean isCoveredBy(InForce now) {
        return goesOnAs(now) && now.covered.containsAll(covered);
    }

    /** Whether events may be recorded and sent under {@code now} as they were under this. */
    boolean goesOnAs(InForce now) {
        return verdict.mode() == now.verdict.mode()
                && decision.grant() == now.decision.grant()
                // A mode that was typed over a no has the number of the yes before it, and no scope.
                && (decision.scope() == null) == (now.decision.scope() == null)
                && Objects.equals(decision.userId(), now.decision.userId())
                && Objects.equals(decision.trackingId(), now.decision.trackingId());
    }
}
