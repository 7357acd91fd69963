package dev.vitrine.catalog.json;

import dev.vitrine.catalog.DisplayText;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Which characters of a JSON string are written by their number, beside those for which JSON asks that. */
final class Escapes extends CharacterEscapes {
    /**
     * What the payload writer escapes, so that examples equal its output: control characters and what ends a line in some
     * readers.
     */
    static final Escapes PAYLOAD = new Escapes(character ->
            character < ' ' || (character >= 0x7F && character <= 0x9F) || character == 0x2028 || character == 0x2029);

    /**
     * What a reviewer could not see, such as the marks that turn the direction of text around. A catalog is read as a
     * diff, and must look like what it says. (Jackson asks for the halves of surrogate pairs one by one; they stay.)
     */
    static final Escapes REVIEW =
            new Escapes(character -> DisplayText.isInvisible(character) && !Character.isSurrogate((char) character));

    private static final long serialVersionUID = 1L;
    private static final int ASCII = 0x80;

    private final int[] ascii;

    @SuppressWarnings("serial") // never written: the base class is serializable, and nothing here is
    private final IntPredicate escaped;

    private Escapes(IntPredicate escaped) {
        this.escaped = escaped;
        this.ascii = standardAsciiEscapesForJSON();
        // Without the short forms of backspace and form feed, which the payload writer does not have.
        Arrays.setAll(ascii, c -> c < ASCII && escaped.test(c) && "\n\r\t".indexOf(c) < 0 ? ESCAPE_CUSTOM : ascii[c]);
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return escaped.test(character)
                ? new SerializedString("\\u" + HexFormat.of().toHexDigits((char) character))
                : null;
    }
}
