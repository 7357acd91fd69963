package dev.vitrine.internal.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value (RFC 8259) together with its place in the text: from {@link #start}, inclusive, to {@link #end},
 * exclusive, counted in {@code char}s.
 */
public sealed interface JsonValue {
    /** Where the value begins. */
    int start();

    /** Where the text after the value begins. */
    int end();

    /** The member of this value that has this name; null when there is none, or this is no object. */
    default @Nullable JsonValue member(String name) {
        if (this instanceof JsonObject object) {
            for (JsonMember member : object.members()) {
                if (member.name().equals(name)) {
                    return member.value();
                }
            }
        }
        return null;
    }

    /** The text of a string; null when this is none. */
    default @Nullable String asText() {
        return this instanceof JsonString string ? string.text() : null;
    }

    /** The elements of an array, or none. */
    default List<JsonValue> elements() {
        return this instanceof JsonArray array ? array.values() : List.of();
    }

    /**
     * An object.
     *
     * @param start where it begins
     * @param end where the text after it begins
     * @param members its members, in the order of the text; no two have one name
     */
    record JsonObject(int start, int end, List<JsonMember> members) implements JsonValue {
        /** Copies the list. */
        public JsonObject {
            members = List.copyOf(members);
        }
    }

    /**
     * One member of an object.
     *
     * @param name its name, unescaped
     * @param start where the quotation mark before its name stands
     * @param value its value
     */
    record JsonMember(String name, int start, JsonValue value) {}

    /**
     * An array.
     *
     * @param start where it begins
     * @param end where the text after it begins
     * @param values its elements
     */
    record JsonArray(int start, int end, List<JsonValue> values) implements JsonValue {
        /** Copies the list. */
        public JsonArray {
            values = List.copyOf(values);
        }
    }

    /**
     * A string.
     *
     * @param start where it begins
     * @param end where the text after it begins
     * @param text the text, unescaped
     */
    record JsonString(int start, int end, String text) implements JsonValue {}

    /**
     * A number.
     *
     * @param start where it begins
     * @param end where the text after it begins
     * @param digits the number as it is written
     */
    record JsonNumber(int start, int end, String digits) implements JsonValue {}

    /**
     * True or false.
     *
     * @param start where it begins
     * @param end where the text after it begins
     * @param value which of them
     */
    record JsonBoolean(int start, int end, boolean value) implements JsonValue {}

    /**
     * The word {@code null}.
     *
     * @param start where it begins
     * @param end where the text after it begins
     */
    record JsonNull(int start, int end) implements JsonValue {}
}
