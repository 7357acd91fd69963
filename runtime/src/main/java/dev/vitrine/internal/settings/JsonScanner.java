package dev.vitrine.internal.settings;

import dev.vitrine.internal.settings.JsonValue.JsonArray;
import dev.vitrine.internal.settings.JsonValue.JsonBoolean;
import dev.vitrine.internal.settings.JsonValue.JsonMember;
import dev.vitrine.internal.settings.JsonValue.JsonNull;
import dev.vitrine.internal.settings.JsonValue.JsonNumber;
import dev.vitrine.internal.settings.JsonValue.JsonObject;
import dev.vitrine.internal.settings.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads one JSON text (RFC 8259) and says where each value stands in it.
 *
 * <p>As in the settings files that people write, comments ({@code //} to the end of the line, and between {@code /*} and
 * {@code *}{@code /}) and a byte order mark are allowed. Nothing else is lenient: two members of one name, a trailing
 * comma, or anything after the value are refused, for each reader would make something else of them.
 */
public final class JsonScanner {
    /** The deepest nesting that is read; the same limit as Jackson's. */
    static final int MAX_DEPTH = 500;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private int position;
    private int depth;

    private JsonScanner(String text) {
        this.text = text;
    }

    /**
     * Reads the one value that {@code text} holds.
     *
     * @throws MalformedJsonException when it is not one JSON value
     */
    public static JsonValue scan(String text) throws MalformedJsonException {
        JsonScanner scanner = new JsonScanner(text);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            scanner.position++;
        }
        scanner.skipTrivia();
        JsonValue value = scanner.value();
        scanner.skipTrivia();
        if (scanner.position < text.length()) {
            throw scanner.malformed("nothing may follow the value");
        }
        return value;
    }

    /** Where the next thing that is neither white space nor comment begins, at or after {@code from}. */
    static int afterTrivia(String text, int from) throws MalformedJsonException {
        JsonScanner scanner = new JsonScanner(text);
        scanner.position = from;
        scanner.skipTrivia();
        return scanner.position;
    }

    private JsonValue value() throws MalformedJsonException {
        char first = peek();
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> {
                int start = position;
                String string = string();
                yield new JsonString(start, position, string);
            }
            case 't', 'f', 'n' -> word();
            default -> number();
        };
    }

    private JsonValue object() throws MalformedJsonException {
        int start = position;
        enter();
        List<JsonMember> members = new ArrayList<>();
        Set<String> names = new HashSet<>();
        skipTrivia();
        if (peek() != '}') {
            do {
                skipTrivia();
                int nameStart = position;
                if (peek() != '"') {
                    throw malformed("a member's name in quotation marks is missing");
                }
                String name = string();
                if (!names.add(name)) {
                    throw malformed("two members have one name");
                }
                skipTrivia();
                expect(':');
                skipTrivia();
                members.add(new JsonMember(name, nameStart, value()));
                skipTrivia();
            } while (accept(','));
        }
        expect('}');
        depth--;
        return new JsonObject(start, position, members);
    }

    private JsonValue array() throws MalformedJsonException {
        int start = position;
        enter();
        List<JsonValue> values = new ArrayList<>();
        skipTrivia();
        if (peek() != ']') {
            do {
                skipTrivia();
                values.add(value());
                skipTrivia();
            } while (accept(','));
        }
        expect(']');
        depth--;
        return new JsonArray(start, position, values);
    }

    private void enter() throws MalformedJsonException {
        position++;
        if (++depth > MAX_DEPTH) {
            throw malformed("values are nested more than " + MAX_DEPTH + " deep");
        }
    }

    private String string() throws MalformedJsonException {
        position++;
        StringBuilder unescaped = new StringBuilder();
        while (true) {
            char c = peek();
            position++;
            if (c == '"') {
                return unescaped.toString();
            } else if (c < ' ') {
                throw malformed("a string is not closed, or a control character in it is not escaped");
            }
            unescaped.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() throws MalformedJsonException {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw malformed("a backslash is followed by something that it cannot escape");
        };
    }

    private char hexadecimal() throws MalformedJsonException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("four hexadecimal digits are missing");
            }
            unit = unit * 16 + digit;
            position++;
        }
        return (char) unit;
    }

    private JsonValue word() throws MalformedJsonException {
        int start = position;
        if (acceptWord("true")) {
            return new JsonBoolean(start, position, true);
        } else if (acceptWord("false")) {
            return new JsonBoolean(start, position, false);
        } else if (acceptWord("null")) {
            return new JsonNull(start, position);
        }
        throw malformed("this is no JSON value");
    }

    private boolean acceptWord(String word) {
        if (!text.startsWith(word, position)) {
            return false;
        }
        int end = position + word.length();
        if (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            return false;
        }
        position = end;
        return true;
    }

    private JsonValue number() throws MalformedJsonException {
        int start = position;
        accept('-');
        if (!accept('0')) {
            digits();
        } else if (isDigit()) {
            throw malformed("a number begins with 0");
        }
        if (accept('.')) {
            digits();
        }
        if (accept('e') || accept('E')) {
            if (!accept('+')) {
                accept('-');
            }
            digits();
        }
        return new JsonNumber(start, position, text.substring(start, position));
    }

    private void digits() throws MalformedJsonException {
        if (!isDigit()) {
            throw malformed(position < text.length() ? "this is no JSON value" : "the text ends too early");
        }
        while (isDigit()) {
            position++;
        }
    }

    private boolean isDigit() {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private void skipTrivia() throws MalformedJsonException {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                position++;
            } else if (text.startsWith("//", position)) {
                int end = position;
                while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                skipComment(end);
            } else if (text.startsWith("/*", position)) {
                int end = text.indexOf("*/", position + 2);
                if (end < 0) {
                    throw malformed("a comment is not closed");
                }
                skipComment(end + 2);
            } else {
                return;
            }
        }
    }

    private void skipComment(int end) throws MalformedJsonException {
        for (; position < end; position++) {
            char c = text.charAt(position);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                throw malformed("a control character is in a comment");
            }
        }
    }

    private void expect(char c) throws MalformedJsonException {
        if (!accept(c)) {
            throw malformed(position < text.length() ? "here should be " + c : "the text ends too early");
        }
    }

    private boolean accept(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private char peek() throws MalformedJsonException {
        if (position >= text.length()) {
            throw malformed("the text ends too early");
        }
        return text.charAt(position);
    }

    /** Says where, but never quotes: a settings file holds other things, too. */
    private MalformedJsonException malformed(String what) {
        int at = Math.min(position, text.length());
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        int column = at - text.lastIndexOf('\n', Math.max(at - 1, 0));
        return new MalformedJsonException(
                "it is not JSON: " + what + " (line " + line + ", column " + Math.max(1, column) + ")");
    }
}
