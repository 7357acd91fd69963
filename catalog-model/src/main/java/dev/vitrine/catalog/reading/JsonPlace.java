package dev.vitrine.catalog.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A value in a file, together with where it stands: what is asked of it and is not so becomes an error that names the
 * place.
 *
 * @param source the file
 * @param pointer where in it, as a JSON Pointer (RFC 6901)
 * @param node the value
 */
record JsonPlace(String source, String pointer, JsonNode node) {

    /** How a value is read. */
    interface Reading<T> {
        T read(JsonPlace place) throws CatalogFormatException;
    }

    /** A member of this object. */
    JsonPlace member(String name) throws CatalogFormatException {
        object();
        JsonNode member = node.get(name);
        if (member == null) {
            throw refuse("the member \"" + name + "\" is missing");
        }
        return new JsonPlace(source, pointer + '/' + escape(name), member);
    }

    /** Whether this object has a member of this name. */
    boolean has(String name) throws CatalogFormatException {
        object();
        return node.has(name);
    }

    /** The names of this object's members, in order. */
    List<String> names() throws CatalogFormatException {
        object();
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The elements of this array, each read by {@code reading}. */
    <T> List<T> elements(Reading<T> reading) throws CatalogFormatException {
        if (!node.isArray()) {
            throw refuse("an array is expected here, and it is " + kind());
        }
        List<T> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(reading.read(new JsonPlace(source, pointer + '/' + i, node.get(i))));
        }
        return elements;
    }

    /** A member of this object that is a text. */
    String text(String name) throws CatalogFormatException {
        return member(name).text();
    }

    /** A member of this object that is a text, or an empty one when there is no such member. */
    String textIfAny(String name) throws CatalogFormatException {
        return has(name) ? text(name) : "";
    }

    /** This text. */
    String text() throws CatalogFormatException {
        if (!node.isString()) {
            throw refuse("a text is expected here, and it is " + kind());
        }
        return node.stringValue();
    }

    /** This whole number. */
    long number(long min, long max) throws CatalogFormatException {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            throw refuse("a whole number from " + min + " to " + max + " is expected here, and it is " + kind());
        }
        return node.longValue();
    }

    /** The error that stands at this place. */
    CatalogFormatException refuse(String problem) {
        return new CatalogFormatException(source, pointer.isEmpty() ? "the whole file" : pointer, problem, null);
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void object() throws CatalogFormatException {
        if (!node.isObject()) {
            throw refuse("an object is expected here, and it is " + kind());
        }
    }

    private String kind() {
        return TreeDifference.brief(node);
    }
}
