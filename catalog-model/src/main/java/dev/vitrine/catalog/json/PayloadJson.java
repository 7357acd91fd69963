package dev.vitrine.catalog.json;

import static dev.vitrine.catalog.json.CatalogJsonWriter.strings;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.ReleaseVersionType;
import dev.vitrine.catalog.FieldType.SourcedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A payload as a JSON Schema (draft-07) that accepts what the payload writer can write and nothing else, with the words
 * of {@link PayloadVocabulary} that make it possible to read the same model back.
 */
final class PayloadJson {
    private static final Map<Class<? extends FieldType>, String> KINDS = Map.of(
            BooleanType.class, PayloadVocabulary.BOOLEAN,
            EnumType.class, PayloadVocabulary.ENUM,
            EnumSetType.class, PayloadVocabulary.ENUM_SET,
            RangeType.class, PayloadVocabulary.RANGE,
            BucketsType.class, PayloadVocabulary.BUCKETS,
            OneOfType.class, PayloadVocabulary.ONE_OF,
            SourcedType.class, PayloadVocabulary.ONE_OF_SOURCE,
            ReleaseVersionType.class, PayloadVocabulary.RELEASE_VERSION,
            PseudonymType.class, PayloadVocabulary.PSEUDONYM,
            RecordType.class, PayloadVocabulary.RECORD);

    private PayloadJson() {}

    /** Writes the schema of a whole payload. */
    static void write(JsonGenerator json, List<Field> fields) {
        json.writeStartObject();
        json.writeStringProperty("$schema", PayloadVocabulary.DIALECT);
        object(json, fields);
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, List<Field> fields) {
        json.writeStringProperty("type", "object");
        json.writeObjectPropertyStart("properties");
        for (Field field : fields) {
            json.writeName(field.name());
            property(json, field);
        }
        json.writeEndObject();
        strings(
                json,
                "required",
                fields.stream()
                        .filter(field -> !field.mayBeAbsent())
                        .map(Field::name)
                        .toList());
        json.writeBooleanProperty("additionalProperties", false);
    }

    private static void property(JsonGenerator json, Field field) {
        FieldType type = field.type();
        json.writeStartObject();
        json.writeStringProperty("description", field.description());
        json.writeStringProperty(PayloadVocabulary.KIND, KINDS.get(type.getClass()));
        if (!(type instanceof ReleaseVersionType || type instanceof PseudonymType)) {
            json.writeNumberProperty(PayloadVocabulary.BITS, Bits.of(field).closed());
        }
        absent(json, field);
        values(json, type);
        json.writeEndObject();
    }

    private static void values(JsonGenerator json, FieldType type) {
        if (type instanceof BooleanType) {
            json.writeStringProperty("type", "boolean");
        } else if (type instanceof EnumType constants) {
            constants(json, constants.constants());
        } else if (type instanceof EnumSetType set) {
            json.writeStringProperty("type", "array");
            json.writeObjectPropertyStart("items");
            constants(json, set.constants());
            json.writeEndObject();
            json.writeBooleanProperty("uniqueItems", true);
        } else if (type instanceof RangeType range) {
            json.writeStringProperty("type", "integer");
            json.writeNumberProperty("minimum", range.min());
            json.writeNumberProperty("maximum", range.max());
        } else if (type instanceof BucketsType buckets) {
            texts(json, buckets.labels());
        } else if (type instanceof OneOfType oneOf) {
            List<String> values = new ArrayList<>(oneOf.values());
            values.add(PayloadVocabulary.OTHER);
            texts(json, values);
        } else if (type instanceof RecordType nested) {
            object(json, nested.fields());
        } else {
            pattern(json, type);
        }
    }

    private static void absent(JsonGenerator json, Field field) {
        List<String> reasons = new ArrayList<>();
        if (field.optional()) {
            reasons.add(PayloadVocabulary.WHEN_EMPTY);
        }
        if (field.type() instanceof BucketsType buckets && buckets.mayBeNaN()) {
            reasons.add(PayloadVocabulary.WHEN_NOT_A_NUMBER);
        } else if (field.type() instanceof ReleaseVersionType) {
            reasons.add(PayloadVocabulary.WHEN_NOT_A_RELEASE_VERSION);
        } else if (field.type() instanceof PseudonymType) {
            reasons.add(PayloadVocabulary.WHEN_NOT_IDENTIFIED);
        }
        if (!reasons.isEmpty()) {
            strings(json, PayloadVocabulary.ABSENT, reasons);
        }
    }

    private static void constants(JsonGenerator json, List<Constant> constants) {
        texts(json, constants.stream().map(Constant::value).toList());
        strings(
                json,
                PayloadVocabulary.ENUM_DESCRIPTIONS,
                constants.stream().map(Constant::description).toList());
    }

    private static void texts(JsonGenerator json, List<String> values) {
        json.writeStringProperty("type", "string");
        strings(json, "enum", values);
    }

    private static void pattern(JsonGenerator json, FieldType type) {
        json.writeStringProperty("type", "string");
        if (type instanceof SourcedType sourced) {
            bounded(json, PayloadVocabulary.NAME_PATTERN, PayloadVocabulary.NAME_LENGTH);
            json.writeStringProperty(PayloadVocabulary.SOURCE, sourced.source());
            if (!sourced.description().isEmpty()) {
                json.writeStringProperty(PayloadVocabulary.SOURCE_DESCRIPTION, sourced.description());
            }
            json.writeNumberProperty(PayloadVocabulary.MAX_SIZE, sourced.maxSize());
        } else if (type instanceof ReleaseVersionType) {
            bounded(json, PayloadVocabulary.RELEASE_VERSION_PATTERN, PayloadVocabulary.RELEASE_VERSION_LENGTH);
        } else {
            bounded(json, PayloadVocabulary.PSEUDONYM_PATTERN, PayloadVocabulary.PSEUDONYM_LENGTH);
        }
    }

    private static void bounded(JsonGenerator json, String pattern, int maxLength) {
        json.writeStringProperty("pattern", pattern);
        json.writeNumberProperty("maxLength", maxLength);
    }
}
