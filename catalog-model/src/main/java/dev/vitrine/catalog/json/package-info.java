/**
 * The catalog as JSON: how it is written.
 *
 * <p>Begin with {@link dev.vitrine.catalog.json.CatalogJsonWriter}. It needs nothing but jackson-core, because the
 * compiler's plug-in carries it. How JSON becomes a catalog again is in {@code dev.vitrine.catalog.reading}.
 */
@NullMarked
package dev.vitrine.catalog.json;

import org.jspecify.annotations.NullMarked;
