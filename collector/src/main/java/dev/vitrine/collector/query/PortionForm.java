package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the tree of a portion is kept: JSON, in which a group is the numbers of events, installations and batches. */
final class PortionForm {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PortionForm() {}

    static String write(Node root) {
        ObjectNode node = MAPPER.createObjectNode();
        write(node, root);
        return node.toString();
    }

    private static void write(ObjectNode node, Node from) {
        node.put("version", from.slice().version());
        node.put("os", from.slice().os());
        node.put("arch", from.slice().arch());
        write(node.putArray("whole"), from.whole());
        ArrayNode parts = node.putArray("parts");
        from.parts().forEach((part, breakdown) -> write(parts.addObject(), part, breakdown));
        ArrayNode children = node.putArray("children");
        from.children().forEach(child -> write(children.addObject(), child));
    }

    private static void write(ObjectNode node, Part part, Breakdown breakdown) {
        node.put("path", part.path());
        node.put("member", part.member());
        ArrayNode shown = node.putArray("shown");
        breakdown.shown().forEach((value, group) -> {
            ObjectNode entry = shown.addObject();
            entry.put("kind", value.kind().name());
            entry.put("text", value.text());
            write(entry.putArray("group"), group);
        });
        write(node.putArray("hidden"), breakdown.hidden());
        node.put("different", breakdown.different().value());
    }

    private static void write(ArrayNode numbers, Group group) {
        numbers.add(group.events().value());
        numbers.add(group.crowd().installations());
        numbers.add(group.crowd().batches());
    }

    /**
     * Reads a tree.
     *
     * @throws IllegalStateException when a number is there that fewer than {@code cutAt} reporters stand behind
     */
    static Node read(String groups, int cutAt) {
        return node(MAPPER.readTree(groups), cutAt);
    }

    private static Node node(JsonNode node, int cutAt) {
        TreeMap<Part, Breakdown> parts = new TreeMap<>();
        for (JsonNode part : node.path("parts")) {
            parts.put(new Part(part.path("path").asString(), part.path("member").asString()), breakdown(part, cutAt));
        }
        List<Node> children = new ArrayList<>();
        for (JsonNode child : node.path("children")) {
            children.add(node(child, cutAt));
        }
        Slice slice = new Slice(
                node.path("version").asString(),
                node.path("os").asString(),
                node.path("arch").asString());
        return new Node(slice, group(node.path("whole"), cutAt), parts, children);
    }

    private static Breakdown breakdown(JsonNode node, int cutAt) {
        TreeMap<Value, Group> shown = new TreeMap<>();
        for (JsonNode entry : node.path("shown")) {
            Value value = new Value(
                    Value.Kind.valueOf(entry.path("kind").asString()),
                    entry.path("text").asString());
            shown.put(value, group(entry.path("group"), cutAt));
        }
        Breakdown breakdown = new Breakdown(shown, group(node.path("hidden"), cutAt), Figure.NONE);
        long different = node.path("different").asLong();
        return different == 0 ? breakdown : breakdown.withDifferent(different, cutAt);
    }

    private static Group group(JsonNode numbers, int cutAt) {
        return Group.of(
                new Tally(
                        numbers.path(0).asLong(),
                        new Crowd.Remembered(
                                numbers.path(1).asLong(), numbers.path(2).asLong())),
                cutAt);
    }
}
