package dev.vitrine.catalog.page;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.json.ExampleText;
import dev.vitrine.catalog.wording.BitsWording;
import dev.vitrine.catalog.wording.FieldKind;
import dev.vitrine.catalog.wording.FieldLine;
import dev.vitrine.catalog.wording.NameSources;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One experiment, by the names that the template uses. */
record ExperimentView(
        String id,
        String event,
        boolean renamed,
        String question,
        String description,
        Address owner,
        String expires,
        String bits,
        String bitsSentence,
        String type,
        String module,
        List<String> sources,
        List<Address> links,
        String kinds,
        List<FieldView> fields,
        String example,
        boolean callersKnown,
        List<CallSite> callers) {

    /** One field, by the names that the template uses. */
    record FieldView(
            String anchor,
            String path,
            String description,
            FieldKind kind,
            String sentence,
            boolean described,
            List<Constant> values,
            String absent,
            String bits) {

        /** Whether there are values to list. */
        boolean listed() {
            return !values.isEmpty();
        }

        /** What follows the sentence. */
        String end() {
            return values.isEmpty() ? "." : ":";
        }
    }

    /** Whether the name of the record does not begin with that of its module; a record in no package has none. */
    boolean elsewhere() {
        return !module.isEmpty() && !type.startsWith(module + '.');
    }

    /** Whether there is a table to show. */
    boolean hasFields() {
        return !fields.isEmpty();
    }

    /** Whether there is a caller to show. */
    boolean called() {
        return !callers.isEmpty();
    }

    static ExperimentView of(Experiment experiment, @Nullable List<CallSite> callers) {
        Bits bits = Bits.of(experiment);
        List<FieldLine> lines = FieldLine.of(experiment);
        return new ExperimentView(
                DisplayText.of(experiment.id()),
                DisplayText.of(experiment.event()),
                !experiment.event().equals(experiment.id()),
                DisplayText.of(experiment.question()),
                DisplayText.of(experiment.description()),
                Address.of(experiment.owner()),
                experiment.expires().toString(),
                bits.closed().toPlainString() + (bits.isClosed() ? "" : " + more"),
                BitsWording.sentence(bits),
                DisplayText.of(experiment.type()),
                DisplayText.of(experiment.module()),
                NameSources.of(experiment).stream().map(DisplayText::of).toList(),
                experiment.links().stream().map(Address::of).toList(),
                kinds(lines),
                lines.stream().map(line -> field(experiment.id(), line)).toList(),
                DisplayText.of(ExampleText.of(experiment.example())),
                callers != null,
                callers == null ? List.of() : callers);
    }

    /** The place of a field on the page. */
    static String anchor(String experiment, String path) {
        return experiment + '.' + path;
    }

    private static FieldView field(String experiment, FieldLine line) {
        return new FieldView(
                anchor(experiment, line.path()),
                DisplayText.of(line.path()),
                DisplayText.of(line.description()),
                line.kind(),
                DisplayText.of(line.sentence()),
                line.describesValues(),
                line.values().stream()
                        .map(value -> new Constant(DisplayText.of(value.value()), DisplayText.of(value.description())))
                        .toList(),
                line.absent(),
                line.bits());
    }

    private static String kinds(List<FieldLine> lines) {
        return new TreeSet<>(lines.stream().map(FieldLine::kind).toList())
                .stream().map(FieldKind::slug).collect(Collectors.joining(" "));
    }
}
