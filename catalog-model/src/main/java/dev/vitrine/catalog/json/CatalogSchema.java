package dev.vitrine.catalog.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema (draft-07) of {@code catalog.json} itself, as it ships in this jar. */
public final class CatalogSchema {
    /** Where it is, seen from this class. */
    private static final String RESOURCE = "catalog-1.schema.json";

    private CatalogSchema() {}

    /** The schema, in UTF-8; its {@code $id} is {@link CatalogJsonWriter#SCHEMA}. */
    public static byte[] read() {
        try (InputStream resource = CatalogSchema.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        RESOURCE + " is missing beside " + CatalogSchema.class.getName() + ": the jar was cut");
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
