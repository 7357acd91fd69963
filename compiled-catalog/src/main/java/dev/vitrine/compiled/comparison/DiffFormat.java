package dev.vitrine.compiled.comparison;

import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.DiffText;
import dev.vitrine.catalog.json.DiffJson;
import dev.vitrine.catalog.markdown.DiffMarkdown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** For whom a diff is written. */
public enum DiffFormat {
    /** For a terminal. */
    TEXT,
    /** For a comment on a pull request; its first line is the same every time, so that a bot can replace it. */
    MARKDOWN,
    /** For programs: one document for each application. */
    JSON;

    /**
     * Reads the name of a format, in any case.
     *
     * @throws IllegalArgumentException if there is no such format; the message names them all
     */
    public static DiffFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no format '" + name + "', only "
                        + Arrays.stream(values()).map(DiffFormat::word).collect(Collectors.joining(", "))
                        + '.'));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String write(CatalogDiff diff) {
        return switch (this) {
            case TEXT -> DiffText.write(diff);
            case MARKDOWN -> DiffMarkdown.write(diff);
            case JSON -> new String(DiffJson.write(diff), StandardCharsets.UTF_8);
        };
    }
}
