package dev.vitrine.catalog.markdown;

import static dev.vitrine.catalog.markdown.Inline.code;
import static dev.vitrine.catalog.markdown.Inline.sentence;
import static dev.vitrine.catalog.markdown.Inline.text;
import static dev.vitrine.catalog.markdown.Inline.words;

import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.Change;
import dev.vitrine.catalog.diff.ChangeClass;
import java.util.List;
import org.commonmark.node.Node;

/** A diff as a comment on a pull request. */
public final class DiffMarkdown {
    /** The first line, by which a bot finds its comment again and replaces it; it shows nothing. */
    public static final String MARKER = "<!-- vitrine:catalog-diff -->";

    private DiffMarkdown() {}

    /** The comment: {@link #MARKER} alone on the first line, a heading, and a table for each class of changes. */
    public static String write(CatalogDiff diff) {
        Page page = new Page();
        page.heading(3, text(diff.headline()));
        if (!diff.consequence().isEmpty()) {
            page.paragraph(sentence(diff.consequence()));
        }
        for (ChangeClass kind : ChangeClass.values()) {
            List<Change> changes = diff.of(kind);
            if (!changes.isEmpty()) {
                page.heading(4, words(title(kind)));
                page.table(
                        List.of("Where", "What", "Before", "After"),
                        changes.stream().map(DiffMarkdown::row).toList());
            }
        }
        return MARKER + "\n\n" + page.render();
    }

    private static List<List<Node>> row(Change change) {
        return List.of(
                List.of(code(change.place())),
                List.of(text(change.sentence())),
                value(change.before()),
                value(change.after()));
    }

    private static List<Node> value(String value) {
        return value.isEmpty() ? List.of() : List.of(text(value));
    }

    private static String title(ChangeClass kind) {
        return Character.toUpperCase(kind.label().charAt(0)) + kind.label().substring(1);
    }
}
