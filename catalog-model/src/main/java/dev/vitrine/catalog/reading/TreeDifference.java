package dev.vitrine.catalog.reading;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The first place at which a file says something else than its own content makes.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param found what stands there; null when nothing does
 * @param expected what should; null when nothing should
 */
record TreeDifference(
        String pointer, @Nullable JsonNode found, @Nullable JsonNode expected) {
    private static final int BRIEF = 60;

    /** The first difference; empty when there is none. The order of an object's members is none. */
    static Optional<TreeDifference> between(JsonNode found, JsonNode expected) {
        return between("", found, expected);
    }

    /** The difference in words. */
    String sentence() {
        if (expected == null) {
            return "there is a member that no catalog has, " + brief(found);
        }
        if (found == null) {
            return "there should be " + brief(expected) + ", and there is nothing";
        }
        return "it is " + brief(found) + ", and what the rest of the file says makes it " + brief(expected);
    }

    /** A value in few words. */
    static String brief(@Nullable JsonNode node) {
        if (node == null) {
            return "nothing";
        }
        String json = node.toString();
        return json.length() <= BRIEF ? json : json.substring(0, BRIEF) + "…";
    }

    private static Optional<TreeDifference> between(
            String pointer, @Nullable JsonNode found, @Nullable JsonNode expected) {
        if (found != null && expected != null) {
            if (found.equals(expected)) {
                return Optional.empty();
            }
            if (found.isObject() && expected.isObject()) {
                return betweenMembers(pointer, found, expected);
            }
            if (found.isArray() && expected.isArray() && found.size() == expected.size()) {
                return betweenElements(pointer, found, expected);
            }
        }
        return Optional.of(new TreeDifference(pointer, found, expected));
    }

    private static Optional<TreeDifference> betweenMembers(String pointer, JsonNode found, JsonNode expected) {
        Set<String> names = new LinkedHashSet<>(found.propertyNames());
        names.addAll(expected.propertyNames());
        for (String name : names) {
            JsonNode left = found.get(name);
            JsonNode right = expected.get(name);
            if (left == null || !left.equals(right)) {
                return between(pointer + '/' + JsonPlace.escape(name), left, right);
            }
        }
        return Optional.empty();
    }

    private static Optional<TreeDifference> betweenElements(String pointer, JsonNode found, JsonNode expected) {
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).equals(expected.get(i))) {
                return between(pointer + '/' + i, found.get(i), expected.get(i));
            }
        }
        return Optional.empty();
    }
}
