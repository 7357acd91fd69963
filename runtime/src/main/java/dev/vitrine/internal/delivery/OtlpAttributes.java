package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.charset.StandardCharsets;

/**
 * Puts a payload into the form of OTLP's attributes: {@code {"attempts":1}} becomes {@code
 * {"key":"attempts","value":{"intValue":"1"}}}. It reads what {@link dev.vitrine.binding.PayloadWriter} has just written,
 * so JSON without white space whose values are strings, whole numbers, booleans, arrays and objects, and copies strings as
 * they are.
 *
 * <p>In the steady state it allocates nothing. Not safe for use by several threads at once.
 */
final class OtlpAttributes {
    private static final byte[] KEY = ascii("{\"key\":");
    private static final byte[] VALUE = ascii(",\"value\":");
    private static final byte[] STRING = ascii("{\"stringValue\":");
    private static final byte[] INTEGER = ascii("{\"intValue\":\"");
    private static final byte[] BOOLEAN = ascii("{\"boolValue\":");
    private static final byte[] ARRAY = ascii("{\"arrayValue\":{\"values\":[");
    private static final byte[] OBJECT = ascii("{\"kvlistValue\":{\"values\":[");

    private final Utf8Buffer payload = new Utf8Buffer(1024);
    private byte[] source = {};
    private int position;

    /** Replaces the JSON object that begins at {@code start}, and is the last in {@code out}, by its members, each after a comma. */
    void replace(Utf8Buffer out, int start) {
        payload.truncate(0);
        payload.append(out.array(), start, out.length() - start);
        out.truncate(start);
        source = payload.array();
        position = 0;
        members(out, true);
    }

    /** Reads the object at the position. */
    private void members(Utf8Buffer out, boolean commaFirst) {
        boolean comma = commaFirst;
        position++;
        while (source[position] != '}') {
            if (source[position] == ',') {
                position++;
            }
            if (comma) {
                out.append(',');
            }
            comma = true;
            out.append(KEY);
            string(out);
            // The colon.
            position++;
            out.append(VALUE);
            value(out);
            out.append('}');
        }
        position++;
    }

    private void value(Utf8Buffer out) {
        switch (source[position]) {
            case '"' -> {
                out.append(STRING);
                string(out);
            }
            case '{' -> {
                out.append(OBJECT);
                members(out, false);
                out.append(']');
                out.append('}');
            }
            case '[' -> {
                out.append(ARRAY);
                elements(out);
                out.append(']');
                out.append('}');
            }
            case 't', 'f' -> {
                out.append(BOOLEAN);
                word(out);
            }
            default -> {
                // As a string: a JSON number loses digits in readers that take each for a double.
                out.append(INTEGER);
                word(out);
                out.append('"');
            }
        }
        out.append('}');
    }

    /** Reads the array at the position. */
    private void elements(Utf8Buffer out) {
        position++;
        while (source[position] != ']') {
            if (source[position] == ',') {
                position++;
                out.append(',');
            }
            value(out);
        }
        position++;
    }

    /** Copies the string at the position, with its quotation marks and escapes. */
    private void string(Utf8Buffer out) {
        int start = position++;
        while (source[position] != '"') {
            position += source[position] == '\\' ? 2 : 1;
        }
        position++;
        out.append(source, start, position - start);
    }

    /** Copies the number, true or false at the position. */
    private void word(Utf8Buffer out) {
        int start = position;
        while (source[position] != ',' && source[position] != '}' && source[position] != ']') {
            position++;
        }
        out.append(source, start, position - start);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
