package dev.vitrine.processor.check;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadSchema;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import dev.vitrine.processor.model.Binding;
import dev.vitrine.processor.model.FieldModel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * An experiment as the runtime will know it, built from its declaration while there is no class of it yet. The runtime's
 * own payload writer makes the example, and its own fields make the atoms, so that neither can differ from what will be.
 */
final class DeclaredExperiment extends ExperimentType<Record> {
    /** Only so that an example has a pseudonym; the key of an installation is random. */
    private static final byte[] KEY_OF_EXAMPLES = new byte[32];

    DeclaredExperiment(String id, String event, String question, LocalDate expires, List<FieldModel> fields) {
        super(id, event, question, expires.toEpochDay());
        fields.forEach(field -> declare(field, payload));
    }

    /** The example: one JSON object. */
    String example() {
        Utf8Buffer buffer = new Utf8Buffer(256);
        encodeExample(new PayloadWriter(buffer, () -> new PseudonymKey(KEY_OF_EXAMPLES)));
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }

    /** There are no events yet. */
    @Override
    protected void write(Record event, PayloadWriter out) {
        out.isGiven(null);
    }

    private static void declare(FieldModel model, PayloadSchema schema) {
        Field field = model.field();
        PayloadSchema next = field.optional() ? schema.optional() : schema;
        FieldType type = field.type();
        if (type instanceof FieldType.BooleanType) {
            next.bool(field.name());
        } else if (type instanceof FieldType.EnumType constants) {
            next.constant(field.name(), NotYetCompiled.class, pairs(constants.constants()));
        } else if (type instanceof FieldType.EnumSetType constants) {
            next.constants(field.name(), NotYetCompiled.class, pairs(constants.constants()));
        } else if (type instanceof FieldType.RangeType range) {
            next.range(field.name(), range.min(), range.max());
        } else if (type instanceof FieldType.BucketsType buckets) {
            declare(field.name(), buckets, model.binding(), next);
        } else if (type instanceof FieldType.OneOfType list) {
            next.oneOf(field.name(), list.values().toArray(String[]::new));
        } else if (type instanceof FieldType.SourcedType source) {
            next.oneOf(field.name(), () -> Set::of, source.maxSize());
        } else if (type instanceof FieldType.ReleaseVersionType) {
            next.releaseVersion(field.name());
        } else if (type instanceof FieldType.PseudonymType) {
            next.pseudonym(field.name());
        } else if (model.binding() instanceof Binding.RecordBinding nested) {
            PayloadSchema inner = next.record(field.name()).payload();
            nested.fields().forEach(component -> declare(component, inner));
        }
    }

    private static void declare(String name, FieldType.BucketsType type, Binding binding, PayloadSchema schema) {
        ChronoUnit unit = ChronoUnit.MILLIS;
        double[] edges = {};
        if (binding instanceof Binding.BucketsBinding buckets) {
            unit = buckets.unit();
            edges = buckets.edges().stream().mapToDouble(Double::doubleValue).toArray();
        }
        schema.buckets(name, unit, edges, type.labels().toArray(String[]::new));
    }

    private static String[] pairs(List<Constant> constants) {
        return constants.stream()
                .flatMap(constant -> List.of("", constant.value()).stream())
                .toArray(String[]::new);
    }

    /** Stands for an enum of which there is no class while it is compiled. */
    private enum NotYetCompiled {}
}
