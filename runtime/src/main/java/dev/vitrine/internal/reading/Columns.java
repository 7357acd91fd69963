package dev.vitrine.internal.reading;

import java.util.Arrays;

/**
 * How many columns of a terminal a text takes: none for a mark that combines with the character before it, two for what
 * East Asian Width (Unicode Standard Annex #11) calls wide, and one for everything else.
 */
public final class Columns {
    /** The first and the last code point of each wide range, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF,
        0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
        0x16FE0, 0x18CFF, 0x1B000, 0x1B2FF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F64F, 0x1F680, 0x1F6FF,
        0x1F7E0, 0x1F7EB, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Columns() {}

    /** The columns of a text without control characters. */
    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The longest beginning of a text that takes at most {@code most} columns. */
    public static String beginning(String text, int most) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += of(character);
            if (used > most) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        int place = Arrays.binarySearch(WIDE, character);
        // Found: a bound of a range. Not found: inside a range when an odd number of bounds is below.
        return place >= 0 || (-place - 1) % 2 == 1 ? 2 : 1;
    }
}
