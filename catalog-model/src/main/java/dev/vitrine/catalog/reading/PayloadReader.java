package dev.vitrine.catalog.reading;

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
import dev.vitrine.catalog.json.PayloadVocabulary;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of a payload out of its JSON Schema. */
final class PayloadReader {
    private static final int LARGEST_SOURCE = 65_536;

    private PayloadReader() {}

    static List<Field> fields(JsonPlace object) throws CatalogFormatException {
        JsonPlace properties = object.member("properties");
        List<Field> fields = new ArrayList<>();
        for (String name : properties.names()) {
            JsonPlace property = properties.member(name);
            List<String> absent = property.has(PayloadVocabulary.ABSENT)
                    ? property.member(PayloadVocabulary.ABSENT).elements(JsonPlace::text)
                    : List.of();
            fields.add(new Field(
                    name,
                    property.text("description"),
                    type(property, absent),
                    absent.contains(PayloadVocabulary.WHEN_EMPTY)));
        }
        return fields;
    }

    private static FieldType type(JsonPlace property, List<String> absent) throws CatalogFormatException {
        JsonPlace kind = property.member(PayloadVocabulary.KIND);
        return switch (kind.text()) {
            case PayloadVocabulary.BOOLEAN -> new BooleanType();
            case PayloadVocabulary.ENUM -> new EnumType(constants(property));
            case PayloadVocabulary.ENUM_SET -> new EnumSetType(constants(property.member("items")));
            case PayloadVocabulary.RANGE -> range(property);
            case PayloadVocabulary.BUCKETS ->
                new BucketsType(texts(property), absent.contains(PayloadVocabulary.WHEN_NOT_A_NUMBER));
            case PayloadVocabulary.ONE_OF -> oneOf(property);
            case PayloadVocabulary.ONE_OF_SOURCE ->
                new SourcedType(
                        property.text(PayloadVocabulary.SOURCE),
                        property.textIfAny(PayloadVocabulary.SOURCE_DESCRIPTION),
                        Math.toIntExact(
                                property.member(PayloadVocabulary.MAX_SIZE).number(1, LARGEST_SOURCE)));
            case PayloadVocabulary.RELEASE_VERSION -> new ReleaseVersionType();
            case PayloadVocabulary.PSEUDONYM -> new PseudonymType();
            case PayloadVocabulary.RECORD -> new RecordType(fields(property));
            default -> throw kind.refuse("this version of Vitrine knows no field of the kind " + kind.node());
        };
    }

    private static FieldType range(JsonPlace property) throws CatalogFormatException {
        long min = property.member("minimum").number(Long.MIN_VALUE, Long.MAX_VALUE);
        return new RangeType(min, property.member("maximum").number(min, Long.MAX_VALUE));
    }

    private static FieldType oneOf(JsonPlace property) throws CatalogFormatException {
        List<String> values = texts(property);
        int last = values.size() - 1;
        if (last < 0 || !values.get(last).equals(PayloadVocabulary.OTHER)) {
            throw property.member("enum").refuse("the last value of such a list is \"" + PayloadVocabulary.OTHER + '"');
        }
        return new OneOfType(values.subList(0, last));
    }

    private static List<String> texts(JsonPlace property) throws CatalogFormatException {
        List<String> texts = property.member("enum").elements(JsonPlace::text);
        if (texts.isEmpty()) {
            throw property.member("enum").refuse("a list of values has at least one");
        }
        return texts;
    }

    private static List<Constant> constants(JsonPlace property) throws CatalogFormatException {
        List<String> values = texts(property);
        JsonPlace place = property.member(PayloadVocabulary.ENUM_DESCRIPTIONS);
        List<String> descriptions = place.elements(JsonPlace::text);
        if (descriptions.size() != values.size()) {
            throw place.refuse("there are " + descriptions.size() + " descriptions of " + values.size() + " values");
        }
        List<Constant> constants = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            constants.add(new Constant(values.get(i), descriptions.get(i)));
        }
        return constants;
    }
}
