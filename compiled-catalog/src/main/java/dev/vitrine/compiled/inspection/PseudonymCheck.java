package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fields never have a value, because they are pseudonyms, which identified consent alone allows, and the application
 * asks nobody for that.
 */
final class PseudonymCheck {
    private static final String IDENTIFIED = "identified";

    List<Finding> check(Catalog catalog) {
        if (catalog.consent().modes().contains(IDENTIFIED)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Experiment experiment : catalog.experiments()) {
            for (String path : pseudonyms(experiment.fields(), "")) {
                findings.add(Finding.of(
                        FindingCode.VITRINE_NEVER_SENT,
                        experiment.id() + ": " + path + " is a pseudonym, which is recorded under identified consent"
                                + " alone, and '" + catalog.application().name() + "' does not ask for that: the field"
                                + " will never be there.",
                        List.of(),
                        "Add ConsentMode.IDENTIFIED to the modes of the @AnalyticsApplication, or take the field out of "
                                + experiment.type() + '.'));
            }
        }
        return findings;
    }

    private static List<String> pseudonyms(List<Field> fields, String prefix) {
        List<String> paths = new ArrayList<>();
        for (Field field : fields) {
            String path = prefix + field.name();
            if (field.type() instanceof RecordType nested) {
                paths.addAll(pseudonyms(nested.fields(), path + '.'));
            } else if (field.type() instanceof PseudonymType) {
                paths.add(path);
            }
        }
        return paths;
    }
}
