package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.ReleaseVersionType;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of an experiment's table of fields.
 *
 * @param path the name on the wire, after the names of the records around it: {@code outer.inner}
 * @param description what it means
 * @param kind which kind of field it is
 * @param sentence what it can hold, in words; the listed values follow
 * @param values the listed values; empty when the sentence says all
 * @param absent when it is left out, in words; empty for never
 * @param bits the bits, with one decimal; empty for what is listed apart, and for a nested record, whose fields have them
 */
public record FieldLine(
        String path,
        String description,
        FieldKind kind,
        String sentence,
        List<Constant> values,
        String absent,
        String bits) {

    /** Copies the values. */
    public FieldLine {
        values = List.copyOf(values);
    }

    /** The lines of an experiment: each field, and after a nested record its fields. */
    public static List<FieldLine> of(Experiment experiment) {
        List<FieldLine> lines = new ArrayList<>();
        experiment.fields().forEach(field -> add(field, "", lines));
        return lines;
    }

    /** The line of a field by itself; of a nested record, without its fields. */
    public static FieldLine of(Field field) {
        return line(field, field.name());
    }

    /** Whether each value has words of its own. */
    public boolean describesValues() {
        return values.stream().anyMatch(value -> !value.description().isEmpty());
    }

    private static void add(Field field, String prefix, List<FieldLine> lines) {
        String path = prefix + field.name();
        lines.add(line(field, path));
        if (field.type() instanceof RecordType nested) {
            nested.fields().forEach(inner -> add(inner, path + '.', lines));
        }
    }

    private static FieldLine line(Field field, String path) {
        return new FieldLine(
                path,
                field.description(),
                FieldKind.of(field.type()),
                FieldWording.sentence(field.type()),
                FieldWording.values(field.type()),
                absent(field),
                bits(field));
    }

    private static String bits(Field field) {
        return switch (FieldKind.of(field.type())) {
            case RELEASE_VERSION, PSEUDONYM, RECORD -> "";
            default -> Bits.of(field).closed().toPlainString();
        };
    }

    private static String absent(Field field) {
        List<String> reasons = new ArrayList<>();
        if (field.optional()) {
            reasons.add("when there is none");
        }
        if (field.type() instanceof BucketsType buckets && buckets.mayBeNaN()) {
            reasons.add("when it is not a number");
        } else if (field.type() instanceof ReleaseVersionType) {
            reasons.add("when it has any other form");
        } else if (field.type() instanceof PseudonymType) {
            reasons.add("unless you chose identified");
        }
        return reasons.isEmpty() ? "" : "Left out " + String.join(", or ", reasons) + '.';
    }
}
