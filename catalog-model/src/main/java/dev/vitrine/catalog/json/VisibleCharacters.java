package dev.vitrine.catalog.json;

import dev.vitrine.catalog.DisplayText;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Escapes what a reviewer could not see: control characters, line ends that only some readers know, and the marks that
 * turn the direction of text around. A catalog is read as a diff, and must look like what it says.
 */
final class VisibleCharacters extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    private final int[] ascii;

    VisibleCharacters() {
        ascii = standardAsciiEscapesForJSON();
        // Without \b and \f: the payload writer has no short form for them, and examples are to be equal to its output.
        Arrays.setAll(ascii, c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' ? ESCAPE_CUSTOM : ascii[c]);
        ascii[DELETE] = ESCAPE_CUSTOM;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        return DisplayText.isInvisible(character)
                ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
                : null;
    }
}
