package dev.vitrine.collector.validation;

import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.collector.catalogs.ReleasedCatalog;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One catalog, compiled into the rules that its batches are held against. */
final class CatalogRules {
    /**
     * The rules for the events of one experiment.
     *
     * @param catalog the rules of the catalog that it is in
     * @param number its own number there, from 0 on
     * @param id the experiment's id
     * @param lastDay its last day, as days since 1970-01-01
     * @param anonymous the rule for payloads in batches that bear no id
     * @param identified the rule for payloads in batches that do: the same, where there is no pseudonym
     */
    record ExperimentRules(
            CatalogRules catalog, int number, String id, long lastDay, PayloadRule anonymous, PayloadRule identified) {
        private static ExperimentRules of(CatalogRules catalog, int number, Experiment experiment) {
            PayloadRule anonymous = PayloadRule.of(experiment.fields(), false);
            return new ExperimentRules(
                    catalog,
                    number,
                    experiment.id(),
                    experiment.expires().toEpochDay(),
                    anonymous,
                    anonymous.mayHoldPseudonym() ? PayloadRule.of(experiment.fields(), true) : anonymous);
        }

        /** The rule for payloads in batches that bear an id, or bear none. */
        PayloadRule rule(boolean inIdentified) {
            return inIdentified ? identified : anonymous;
        }
    }

    private final boolean offersIdentified;
    private final int retentionDays;
    private final Map<String, ExperimentRules> byEvent = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final long salt = new SecureRandom().nextLong();
    private int payloadDepth;

    CatalogRules(ReleasedCatalog released) {
        offersIdentified = released.catalog().consent().modes().contains(Envelope.IDENTIFIED);
        retentionDays = released.recipient().retentionDays();
        for (Experiment experiment : released.catalog().experiments()) {
            ExperimentRules rules = ExperimentRules.of(this, number(experiment), experiment);
            byEvent.put(experiment.event(), rules);
            payloadDepth = Math.max(payloadDepth, rules.identified().depth());
        }
    }

    private int number(Experiment experiment) {
        return numbers.computeIfAbsent(experiment.id(), any -> numbers.size());
    }

    /** A number that other catalogs do not have, and nobody can foresee. */
    long salt() {
        return salt;
    }

    /** Whether a batch may bear an id. */
    boolean offersIdentified() {
        return offersIdentified;
    }

    /** For how many days events are kept. */
    int retentionDays() {
        return retentionDays;
    }

    /** The rules for an event of this name; null when there is none. */
    @Nullable
    ExperimentRules event(String name) {
        return byEvent.get(name);
    }

    /** How many objects and arrays are inside each other in the deepest payload. */
    int payloadDepth() {
        return payloadDepth;
    }
}
