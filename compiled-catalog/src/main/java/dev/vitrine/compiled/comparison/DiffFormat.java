package dev.vitrine.compiled.comparison;

import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.DiffText;
import dev.vitrine.catalog.json.DiffJson;
import dev.vitrine.catalog.markdown.DiffMarkdown;
import java.nio.charset.StandardCharsets;

/** For whom a diff is written. */
public enum DiffFormat {
    /** For a terminal. */
    TEXT,
    /** For a comment on a pull request; its first line is the same every time, so that a bot can replace it. */
    MARKDOWN,
    /** For programs: one document for each application. */
    JSON;

    String write(CatalogDiff diff) {
        return switch (this) {
            case TEXT -> DiffText.write(diff);
            case MARKDOWN -> DiffMarkdown.write(diff);
            case JSON -> new String(DiffJson.write(diff), StandardCharsets.UTF_8);
        };
    }
}
