package dev.vitrine.processor;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Payloads that differ from a valid one in one place, and that no schema of ours may accept. */
final class Mutations {
    private Mutations() {}

    static List<JsonNode> of(JsonNode payload) {
        List<JsonNode> mutations = new ArrayList<>();
        mutations.add(PayloadSchemas.tree("[]"));
        mutations.add(PayloadSchemas.tree("null"));
        addTo(mutations, (ObjectNode) payload, (ObjectNode) payload);
        return mutations;
    }

    /** Changes each property of {@code object}, which stands somewhere in {@code root}, in turn. */
    private static void addTo(List<JsonNode> mutations, ObjectNode root, ObjectNode object) {
        object.put("unlisted", true);
        mutations.add(root.deepCopy());
        object.remove("unlisted");
        for (String name : List.copyOf(object.propertyNames())) {
            JsonNode value = object.get(name);
            for (JsonNode wrong : wrong(value)) {
                object.set(name, wrong);
                mutations.add(root.deepCopy());
            }
            object.set(name, value);
            if (value instanceof ObjectNode nested) {
                addTo(mutations, root, nested);
            }
        }
    }

    private static List<JsonNode> wrong(JsonNode value) {
        List<JsonNode> wrong = new ArrayList<>();
        wrong.add(PayloadSchemas.tree("null"));
        wrong.add(PayloadSchemas.tree("\"free text, with a path: /home/me\""));
        wrong.add(PayloadSchemas.tree("1.5"));
        if (!value.isObject()) {
            wrong.add(PayloadSchemas.tree("{}"));
        }
        if (!value.isNumber()) {
            wrong.add(PayloadSchemas.tree("1"));
        }
        if (!value.isBoolean()) {
            wrong.add(PayloadSchemas.tree("true"));
        }
        if (value instanceof ArrayNode array) {
            if (!array.isEmpty()) {
                wrong.add(array.deepCopy().add(array.get(0)));
            }
            wrong.add(array.deepCopy().add("unlisted"));
        } else {
            wrong.add(PayloadSchemas.tree("[]"));
        }
        return wrong;
    }
}
