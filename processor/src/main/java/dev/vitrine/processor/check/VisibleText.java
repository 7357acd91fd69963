package dev.vitrine.processor.check;

import java.util.Locale;

/** Texts of a declaration as a message shows them: what a terminal would obey, or not show, is an escape. */
final class VisibleText {
    private VisibleText() {}

    /** A text with escapes; anything else as it is. */
    static Object of(Object detail) {
        if (!(detail instanceof String text)) {
            return detail;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == ' ' || WireNames.isPrintable(c)) {
                visible.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return visible.toString();
    }
}
