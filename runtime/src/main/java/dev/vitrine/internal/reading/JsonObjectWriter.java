package dev.vitrine.internal.reading;

import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.JsonValue.JsonArray;
import dev.vitrine.internal.settings.JsonValue.JsonBoolean;
import dev.vitrine.internal.settings.JsonValue.JsonNumber;
import dev.vitrine.internal.settings.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes a JSON object in one line, its members in the order in which they come. What is not known is {@code null}. */
public final class JsonObjectWriter {
    private final StringJoiner members = new StringJoiner(",", "{", "}");

    /** Begins an object without members. */
    public JsonObjectWriter() {}

    /** Adds a text. */
    public JsonObjectWriter text(String name, @Nullable String text) {
        return member(name, quoted(text));
    }

    /** Adds true or false. */
    public JsonObjectWriter flag(String name, boolean value) {
        return member(name, Boolean.toString(value));
    }

    /** Adds a whole number. */
    public JsonObjectWriter number(String name, long value) {
        return member(name, Long.toString(value));
    }

    /** Adds a list of texts. */
    public JsonObjectWriter texts(String name, Iterable<String> texts) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        texts.forEach(text -> list.add(quoted(text)));
        return member(name, list.toString());
    }

    /** Adds an object; null when there is none. */
    public JsonObjectWriter object(String name, @Nullable JsonObjectWriter object) {
        return member(name, object == null ? "null" : object.toString());
    }

    /** Adds a list of objects, each written by {@code write}. */
    public <T> JsonObjectWriter objects(String name, Iterable<T> items, BiConsumer<JsonObjectWriter, T> write) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (T item : items) {
            JsonObjectWriter object = new JsonObjectWriter();
            write.accept(object, item);
            list.add(object.toString());
        }
        return member(name, list.toString());
    }

    /** Adds a value that was read. */
    public JsonObjectWriter value(String name, JsonValue value) {
        return member(name, written(value));
    }

    private JsonObjectWriter member(String name, String json) {
        members.add(quoted(name) + ':' + json);
        return this;
    }

    private static String written(JsonValue value) {
        if (value instanceof JsonObject object) {
            StringJoiner joined = new StringJoiner(",", "{", "}");
            object.members().forEach(member -> joined.add(quoted(member.name()) + ':' + written(member.value())));
            return joined.toString();
        } else if (value instanceof JsonArray array) {
            StringJoiner joined = new StringJoiner(",", "[", "]");
            array.values().forEach(element -> joined.add(written(element)));
            return joined.toString();
        } else if (value instanceof JsonNumber number) {
            return number.digits();
        } else if (value instanceof JsonBoolean flag) {
            return Boolean.toString(flag.value());
        }
        return quoted(value.asText());
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : new String(JsonText.quote(text), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
