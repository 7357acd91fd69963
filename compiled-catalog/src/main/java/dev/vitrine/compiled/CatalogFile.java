package dev.vitrine.compiled;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file of a catalog, as bytes: {@code catalog.json}, {@code catalog.md} or {@code index.html}. */
public final class CatalogFile {
    /** The name of the catalog as data. */
    public static final String JSON = "catalog.json";
    /** The name of the catalog as Markdown. */
    public static final String MARKDOWN = "catalog.md";
    /** The name of the catalog as a page. */
    public static final String PAGE = "index.html";

    private final String name;
    private final byte[] bytes;

    /** Takes the file's name without a folder, and what it holds, which is copied. */
    public CatalogFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** The file's name, without a folder. */
    public String name() {
        return name;
    }

    /** What it holds; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What it holds, as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether it holds exactly these bytes. */
    public boolean holds(byte[] other) {
        return Arrays.equals(bytes, other);
    }
}
