package dev.vitrine.processor;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.markdown.CatalogMarkdown;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of a catalog, as bytes. */
final class CatalogFiles {
    private final String application;
    private final byte[] json;
    private final byte[] markdown;

    CatalogFiles(Catalog catalog) {
        application = catalog.application().name();
        json = CatalogJsonWriter.write(catalog);
        markdown = CatalogMarkdown.write(catalog);
    }

    /** The application's name. */
    String application() {
        return application;
    }

    /** {@code catalog.json}. */
    byte[] json() {
        return json;
    }

    /** {@code catalog.md}. */
    byte[] markdown() {
        return markdown;
    }

    /** The digest of {@code catalog.json}. */
    String digest() {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK has no SHA-256, which every Java platform must have", missing);
        }
    }
}
