package dev.vitrine.catalog.diff;

import dev.vitrine.catalog.DisplayText;

/** A diff for a terminal. */
public final class DiffText {
    private DiffText() {}

    /** Lines that end with {@code \n}; one line when nothing changed. */
    public static String write(CatalogDiff diff) {
        StringBuilder text = new StringBuilder(diff.headline()).append(".\n");
        if (!diff.consequence().isEmpty()) {
            text.append(diff.consequence()).append('\n');
        }
        for (ChangeClass kind : ChangeClass.values()) {
            if (!diff.of(kind).isEmpty()) {
                text.append('\n').append(kind.label()).append('\n');
                diff.of(kind).forEach(change -> append(change, text));
            }
        }
        return text.toString();
    }

    private static void append(Change change, StringBuilder text) {
        text.append("  ").append(DisplayText.of(change.place())).append('\n');
        text.append("      ").append(DisplayText.of(change.sentence())).append('\n');
        if (!change.before().isEmpty()) {
            text.append("      before: ")
                    .append(DisplayText.of(change.before()))
                    .append('\n');
        }
        if (!change.after().isEmpty()) {
            text.append("      after:  ").append(DisplayText.of(change.after())).append('\n');
        }
    }
}
