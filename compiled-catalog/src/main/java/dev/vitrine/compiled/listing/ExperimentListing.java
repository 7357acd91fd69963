package dev.vitrine.compiled.listing;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.wording.BitsWording;
import dev.vitrine.catalog.wording.FieldLine;
import dev.vitrine.compiled.calls.CallSite;
import java.util.ArrayList;
import java.util.List;

/** One experiment as text for a console. */
final class ExperimentListing {
    private static final String INDENT = "  ";

    private ExperimentListing() {}

    static List<String> lines(Experiment experiment, List<CallSite> callSites) {
        List<String> lines = new ArrayList<>();
        lines.add(experiment.id() + ": " + experiment.question());
        if (!experiment.event().equals(experiment.id())) {
            lines.add(INDENT + "sent as \"" + experiment.event() + '"');
        }
        lines.add(INDENT + "asked by " + experiment.owner() + ", until " + experiment.expires());
        lines.add(INDENT + "declared by " + experiment.type());
        lines.add(INDENT + "bits: " + BitsWording.sentence(Bits.of(experiment)));
        List<FieldLine> fields = FieldLine.of(experiment);
        int width =
                fields.stream().mapToInt(field -> field.path().length()).max().orElse(0);
        for (FieldLine field : fields) {
            String path = field.path() + " ".repeat(width - field.path().length());
            lines.add(INDENT + INDENT + path + INDENT + holds(field));
        }
        if (callSites.isEmpty()) {
            lines.add(INDENT + "emitted nowhere here");
        }
        callSites.forEach(site -> lines.add(INDENT + "emitted by " + site));
        return lines;
    }

    private static String holds(FieldLine field) {
        String values = field.values().isEmpty()
                ? field.sentence() + '.'
                : String.join(", ", field.values().stream().map(Constant::value).toList()) + '.';
        return field.absent().isEmpty() ? values : values + ' ' + field.absent();
    }
}
