package dev.vitrine.processor.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names that Java's names have on the wire. */
final class WireNames {
    static final int MAX_LENGTH = 64;

    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern WORD_AFTER_LOWER_CASE = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern WORD_AFTER_ACRONYM = Pattern.compile("([A-Z])([A-Z][a-z])");

    /** Fillers, joiners and a blank that Unicode counts among letters, marks and symbols. */
    private static final String INVISIBLE =
            "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ud834\udd59\ud81b\udfe4";

    private WireNames() {}

    /** The name in snake_case: {@code readTimeoutMs}, {@code HTTPStatus} and {@code NO_MATCH} become {@code
     * read_timeout_ms}, {@code http_status} and {@code no_match}. */
    static String snakeCase(String name) {
        String words = WORD_AFTER_ACRONYM.matcher(name).replaceAll("$1_$2");
        return WORD_AFTER_LOWER_CASE.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    static boolean isComponentName(String name) {
        return COMPONENT.matcher(name).matches();
    }

    /** Whether a text is printable, of 1 to 64 characters, and begins and ends with something to be seen. */
    static boolean isConstantName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && name.strip().equals(name)
                && name.codePoints().allMatch(WireNames::isPrintable);
    }

    /** Whether a terminal shows a character, and only shows it. The space is one; other blanks only look like it. */
    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> INVISIBLE.indexOf(codePoint) < 0 && !isVariation(codePoint);
        };
    }

    /** Whether a character only chooses how the one before it looks. */
    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
