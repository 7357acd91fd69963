package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.WideField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which fields could hold a network address or an id, though each is a number within bounds or a set of constants. */
final class WideFieldCheck {
    List<Finding> check(Collection<Experiment> experiments) {
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : experiments) {
            for (WideField field : WideField.of(experiment)) {
                findings.add(Finding.of(
                        FindingCode.VITRINE_WIDE_FIELD,
                        experiment.id() + ": " + field.sentence() + '.',
                        List.of(),
                        "Give " + field.path() + " of " + experiment.type()
                                + " @Buckets, a narrower @Range or, if it is a set, fewer constants."));
            }
        }
        return findings;
    }
}
