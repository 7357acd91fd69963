package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Experiment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which experiments are over, or soon will be. */
final class ExpiryCheck {
    private final InspectionRules rules;

    ExpiryCheck(InspectionRules rules) {
        this.rules = rules;
    }

    List<Finding> check(Collection<Experiment> experiments) {
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : experiments) {
            long daysLeft = ChronoUnit.DAYS.between(rules.today(), experiment.expires());
            if (daysLeft < 0) {
                findings.add(expired(experiment));
            } else if (daysLeft <= rules.expiryWarningDays()) {
                findings.add(expiresSoon(experiment, daysLeft));
            }
        }
        return findings;
    }

    private Finding expired(Experiment experiment) {
        return new Finding(
                FindingCode.VITRINE_EXPIRED,
                rules.failOnExpired(),
                experiment.id() + " was recorded until " + experiment.expires()
                        + " and is over; no installation records it any more.",
                List.of(),
                "Delete " + experiment.type() + ", or give it a new date if its question is still open: "
                        + experiment.owner() + " decides.");
    }

    private static Finding expiresSoon(Experiment experiment, long daysLeft) {
        String when = daysLeft == 0 ? "today" : daysLeft == 1 ? "tomorrow" : "in " + daysLeft + " days";
        return Finding.of(
                FindingCode.VITRINE_EXPIRES_SOON,
                experiment.id() + " is recorded for the last time " + when + ", on " + experiment.expires() + '.',
                List.of(),
                "Ask " + experiment.owner() + " whether '" + experiment.question() + "' has its answer.");
    }
}
