/**
 * Reads what {@code dev.vitrine.catalog.json} wrote: for the build's goals and the collector, which may use databind.
 *
 * <p>Begin with {@link dev.vitrine.catalog.reading.CatalogJsonReader}.
 */
@NullMarked
package dev.vitrine.catalog.reading;

import org.jspecify.annotations.NullMarked;
