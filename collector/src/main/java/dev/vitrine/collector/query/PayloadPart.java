package dev.vitrine.collector.query;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * How a part of the payload is read.
 *
 * @param part the part
 * @param field the field that it is of
 * @param around the place, in the list of parts, of the one that tells whether the record or set around this is there; -1
 *     when that is always there
 * @param reader reads it from a payload
 */
record PayloadPart(Part part, Field field, int around, Function<JsonNode, Value> reader) {
    private static final int NOTHING = -1;

    /** Whether only the number of different values may be shown. */
    boolean isPseudonym() {
        return field.type() instanceof PseudonymType;
    }

    /** What stands in a payload, for being counted. */
    String text(JsonNode payload) {
        return payload.at('/' + part.path().replace('.', '/')).asString("");
    }

    /** The parts of a payload, in the order of its fields. */
    static List<PayloadPart> of(List<Field> fields) {
        List<PayloadPart> parts = new ArrayList<>();
        add(fields, "", NOTHING, Function.identity(), parts);
        return List.copyOf(parts);
    }

    private static void add(
            List<Field> fields,
            String prefix,
            int around,
            Function<JsonNode, JsonNode> record,
            List<PayloadPart> parts) {
        for (Field field : fields) {
            String path = prefix + field.name();
            Function<JsonNode, JsonNode> node = payload -> record.apply(payload).path(field.name());
            boolean hasParts = field.type() instanceof RecordType || field.type() instanceof EnumSetType;
            int inside = around;
            if (!hasParts || field.mayBeAbsent()) {
                boolean presenceOnly = hasParts || field.type() instanceof PseudonymType;
                Function<JsonNode, Value> said = presenceOnly ? PayloadPart::presence : PayloadPart::said;
                inside = parts.size();
                parts.add(new PayloadPart(Part.field(path), field, around, within(around, record, node, said)));
            }
            if (field.type() instanceof RecordType nested) {
                add(nested.fields(), path + '.', inside, node, parts);
            } else if (field.type() instanceof EnumSetType set) {
                for (Constant constant : set.constants()) {
                    Function<JsonNode, Value> said = elements -> contains(elements, constant.value());
                    parts.add(new PayloadPart(
                            new Part(path, constant.value()), field, inside, within(inside, node, node, said)));
                }
            }
        }
    }

    /** Reads a node, if there is what it is in. */
    private static Function<JsonNode, Value> within(
            int around,
            Function<JsonNode, JsonNode> surrounding,
            Function<JsonNode, JsonNode> node,
            Function<JsonNode, Value> said) {
        return payload -> around != NOTHING && surrounding.apply(payload).isMissingNode()
                ? Value.RECORD_ABSENT
                : said.apply(node.apply(payload));
    }

    private static Value said(JsonNode node) {
        return node.isValueNode() ? Value.said(node.asString()) : Value.ABSENT;
    }

    private static Value presence(JsonNode node) {
        return node.isMissingNode() ? Value.ABSENT : Value.PRESENT;
    }

    private static Value contains(JsonNode set, String constant) {
        for (JsonNode element : set) {
            if (element.asString().equals(constant)) {
                return Value.said("true");
            }
        }
        return Value.said("false");
    }
}
