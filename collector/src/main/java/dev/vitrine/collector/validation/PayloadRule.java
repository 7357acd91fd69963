package dev.vitrine.collector.validation;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A payload, or a record in one: the fields that the catalog lists, in any order, each at most once, and no others. */
final class PayloadRule implements ValueRule {
    /** One field; {@code prefix} is its name as JSON, with the colon. */
    private record FieldRule(int position, String prefix, boolean required, ValueRule value) {}

    private final Map<String, FieldRule> byName = new HashMap<>();
    private final List<FieldRule> fields = new ArrayList<>();
    private final int depth;
    private final boolean mayHoldPseudonym;

    private PayloadRule(List<Field> declared, boolean identified) {
        int deepest = 0;
        boolean pseudonym = false;
        for (Field field : declared) {
            ValueRule value = rule(field.type(), identified);
            FieldRule rule =
                    new FieldRule(fields.size(), TextRule.quote(field.name()) + ':', !field.mayBeAbsent(), value);
            fields.add(rule);
            byName.put(field.name(), rule);
            deepest = Math.max(deepest, value instanceof PayloadRule nested ? nested.depth : 0);
            pseudonym |= field.type() instanceof PseudonymType
                    || (value instanceof PayloadRule record && record.mayHoldPseudonym);
            deepest = Math.max(deepest, value instanceof SetRule ? 1 : 0);
        }
        depth = 1 + deepest;
        mayHoldPseudonym = pseudonym;
    }

    /**
     * The rule for a payload with these fields.
     *
     * @param identified whether the batch bears an id; pseudonyms stand in no other
     */
    static PayloadRule of(List<Field> fields, boolean identified) {
        return new PayloadRule(fields, identified);
    }

    /** How many objects and arrays are inside each other in the deepest payload. */
    int depth() {
        return depth;
    }

    /** Whether a pseudonym is among the fields, so that it matters whether the batch bears an id. */
    boolean mayHoldPseudonym() {
        return mayHoldPseudonym;
    }

    private static ValueRule rule(FieldType type, boolean identified) {
        if (type instanceof BooleanType) {
            return PayloadRule::truth;
        } else if (type instanceof EnumType constants) {
            return TextRule.oneOf(values(constants.constants()));
        } else if (type instanceof EnumSetType set) {
            return new SetRule(values(set.constants()));
        } else if (type instanceof RangeType range) {
            return new NumberRule(range.min(), range.max());
        } else if (type instanceof BucketsType buckets) {
            return TextRule.oneOf(buckets.labels());
        } else if (type instanceof OneOfType oneOf) {
            List<String> values = new ArrayList<>(oneOf.values());
            values.add(PayloadVocabulary.OTHER);
            return TextRule.oneOf(values);
        } else if (type instanceof SourcedType) {
            return TextRule.matching(TextForms::isName);
        } else if (type instanceof ReleaseVersionType) {
            return TextRule.matching(TextForms::isReleaseVersion);
        } else if (type instanceof PseudonymType) {
            return TextRule.matching(text -> identified && TextForms.isPseudonym(text));
        } else if (type instanceof RecordType nested) {
            return new PayloadRule(nested.fields(), identified);
        }
        throw new IllegalArgumentException("no rule for fields of the kind " + type);
    }

    private static List<String> values(List<Constant> constants) {
        return constants.stream().map(Constant::value).toList();
    }

    private static String truth(JsonParser json) throws RefusedException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return "true";
        } else if (token == JsonToken.VALUE_FALSE) {
            return "false";
        }
        throw RefusedException.of(RefusalReason.TYPE);
    }

    @Override
    public String read(JsonParser json) throws RefusedException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw RefusedException.of(RefusalReason.TYPE);
        }
        @Nullable String[] values = new String[fields.size()];
        while (json.nextToken() != JsonToken.END_OBJECT) {
            FieldRule field = byName.get(json.currentName());
            if (field == null) {
                throw RefusedException.of(RefusalReason.UNKNOWN_FIELD);
            } else if (values[field.position()] != null) {
                throw RefusedException.of(RefusalReason.REPEATED_FIELD);
            }
            json.nextToken();
            values[field.position()] = field.value().read(json);
        }
        return write(values);
    }

    private String write(@Nullable String[] values) throws RefusedException {
        StringBuilder written = new StringBuilder(96).append('{');
        for (FieldRule field : fields) {
            String value = values[field.position()];
            if (value != null) {
                written.append(written.length() == 1 ? "" : ",")
                        .append(field.prefix())
                        .append(value);
            } else if (field.required()) {
                throw RefusedException.of(RefusalReason.MISSING_FIELD);
            }
        }
        return written.append('}').toString();
    }
}
