package dev.vitrine.internal.encoding;

import java.nio.charset.StandardCharsets;

/** JSON strings (RFC 8259, section 7), in the one form that Vitrine writes. */
public final class JsonText {
    private JsonText() {}

    /**
     * {@code text} as a JSON string in UTF-8, with its quotation marks. Escaped are the quotation mark, the backslash,
     * control characters, and whatever could end a line in some reader (U+007F to U+009F, U+2028, U+2029) or is half of a
     * surrogate pair.
     */
    public static byte[] quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c == '\r') {
                json.append("\\r");
            } else if (c == '\t') {
                json.append("\\t");
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                json.append(c).append(text.charAt(++i));
            } else if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(Character.forDigit((c >> shift) & 0xF, 16));
                }
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString().getBytes(StandardCharsets.UTF_8);
    }
}
