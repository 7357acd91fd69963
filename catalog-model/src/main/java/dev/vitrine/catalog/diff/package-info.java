/**
 * What changed between two catalogs, and whether users must be asked again.
 *
 * <p>Begin with {@link dev.vitrine.catalog.diff.CatalogDiff}.
 */
@NullMarked
package dev.vitrine.catalog.diff;

import org.jspecify.annotations.NullMarked;
