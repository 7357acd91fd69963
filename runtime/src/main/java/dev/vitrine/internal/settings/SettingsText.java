package dev.vitrine.internal.settings;

import dev.vitrine.internal.settings.JsonValue.JsonMember;
import dev.vitrine.internal.settings.JsonValue.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a settings file: one JSON object. Answers and changes one member of it; every other character stays as it
 * was. Immutable.
 */
public final class SettingsText {
    private final String text;
    private final JsonObject root;

    private SettingsText(String text, JsonObject root) {
        this.text = text;
        this.root = root;
    }

    /** A settings file that is not there yet. */
    public static SettingsText empty() {
        return new SettingsText("{}\n", new JsonObject(0, 2, List.of()));
    }

    /**
     * Reads a settings file.
     *
     * @throws MalformedJsonException when the bytes are not UTF-8, or not one JSON object
     */
    public static SettingsText parse(byte[] utf8) throws MalformedJsonException {
        if (utf8.length == 0) {
            throw new MalformedJsonException("it is empty");
        }
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (!Arrays.equals(utf8(text), utf8)) {
            throw new MalformedJsonException("it is not UTF-8");
        }
        if (JsonScanner.scan(text) instanceof JsonObject object) {
            return new SettingsText(text, object);
        }
        throw new MalformedJsonException("it is not a JSON object");
    }

    /** The JSON text of a member's value, as it is written; null when there is no such member. */
    public @Nullable String member(String name) {
        JsonValue value = root.member(name);
        return value == null ? null : text.substring(value.start(), value.end());
    }

    /** The file with one member's value replaced, or added as the last member. */
    public byte[] with(String name, String json) {
        JsonValue value = root.member(name);
        if (value != null) {
            return utf8(text.substring(0, value.start()) + json + text.substring(value.end()));
        }
        String member = '"' + name + "\": " + json;
        List<JsonMember> members = root.members();
        if (members.isEmpty()) {
            return utf8(intoEmpty(member));
        }
        JsonMember last = members.get(members.size() - 1);
        int afterValue = last.value().end();
        int afterComments = endOfComments(afterValue);
        String separator = whiteSpaceBefore(last.start());
        if (afterComments > afterValue && separator.indexOf('\n') < 0) {
            separator = lineEnd() + "  ";
        }
        return utf8(text.substring(0, afterValue)
                + ','
                + text.substring(afterValue, afterComments)
                + separator
                + member
                + text.substring(afterComments));
    }

    /** The file without one member, and without the comma that divided it from the others. */
    public byte[] without(String name) {
        List<JsonMember> members = root.members();
        for (int i = 0; i < members.size(); i++) {
            JsonMember member = members.get(i);
            if (member.name().equals(name)) {
                return utf8(i + 1 < members.size() ? withoutFollowed(member) : withoutLast(members, i));
            }
        }
        return utf8(text);
    }

    private String withoutFollowed(JsonMember member) {
        int comma = nextToken(member.value().end());
        int end = comma + 1;
        while (isWhiteSpace(end)) {
            end++;
        }
        return text.substring(0, member.start()) + text.substring(member.value().end(), comma) + text.substring(end);
    }

    private String withoutLast(List<JsonMember> members, int index) {
        JsonMember member = members.get(index);
        int comma = index == 0
                ? root.start()
                : nextToken(members.get(index - 1).value().end());
        int start = member.start();
        while (isWhiteSpace(start - 1)) {
            start--;
        }
        String after = text.substring(member.value().end());
        if (start > comma + 1 && !endsLine(after)) {
            // There is a comment before the member, and the line end that closes it must stay.
            start = member.start();
        }
        String before =
                index == 0 ? text.substring(0, start) : text.substring(0, comma) + text.substring(comma + 1, start);
        return before + after;
    }

    private static boolean endsLine(String text) {
        int position = 0;
        while (position < text.length() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
        return position < text.length() && (text.charAt(position) == '\r' || text.charAt(position) == '\n');
    }

    private String intoEmpty(String member) {
        int inside = endOfComments(root.start() + 1);
        String rest = text.substring(inside);
        String closing = rest.startsWith("}") ? lineEnd() : "";
        return text.substring(0, inside) + lineEnd() + "  " + member + closing + rest;
    }

    /** Where the last comment ends that follows {@code from} before anything else; {@code from} when there is none. */
    private int endOfComments(int from) {
        int end = nextToken(from);
        while (end > from && isWhiteSpace(end - 1)) {
            end--;
        }
        return end;
    }

    private int nextToken(int from) {
        try {
            return JsonScanner.afterTrivia(text, from);
        } catch (MalformedJsonException impossible) {
            throw new IllegalStateException("the text was read before", impossible);
        }
    }

    private String whiteSpaceBefore(int end) {
        int start = end;
        while (isWhiteSpace(start - 1)) {
            start--;
        }
        return text.substring(start, end);
    }

    private boolean isWhiteSpace(int index) {
        return index >= 0 && index < text.length() && " \t\r\n".indexOf(text.charAt(index)) >= 0;
    }

    private String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
