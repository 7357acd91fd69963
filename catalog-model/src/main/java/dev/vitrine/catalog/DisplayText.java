package dev.vitrine.catalog;

/** Text of other people's, made fit for a page: on one line, and without characters that a reader cannot see. */
public final class DisplayText {
    private static final int DELETE = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;

    private DisplayText() {}

    /** The text with every run of white space as one space, and a replacement character for what is invisible. */
    public static String of(String text) {
        return isPlain(text) ? text : clean(text);
    }

    /** Whether nothing has to be done: most texts are printable ASCII with single spaces. */
    private static boolean isPlain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= DELETE || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return text.isEmpty() || previous != ' ';
    }

    private static String clean(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                if (visible.length() > 0 && visible.charAt(visible.length() - 1) != ' ') {
                    visible.append(' ');
                }
            } else {
                visible.appendCodePoint(isInvisible(character) ? REPLACEMENT : character);
            }
        });
        return visible.toString().stripTrailing();
    }

    /**
     * Whether a reader cannot see this character, or sees others in another place because of it: control characters,
     * line ends that only some readers know, marks without width and marks that turn the direction of text around, and
     * halves of surrogate pairs.
     */
    public static boolean isInvisible(int character) {
        return character < ' '
                || (character >= DELETE && character <= 0x9F)
                || character == 0xAD
                || character == 0x61C
                || (character >= 0x200B && character <= 0x200F)
                || (character >= 0x2028 && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x206F)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
                || character == 0xFEFF
                || (character >= 0xE0000 && character <= 0xE007F);
    }
}
