/**
 * The other side of {@code diff}: the catalog with which the compiled one is compared, wherever it is kept.
 *
 * <p>Begin with {@link dev.vitrine.compiled.comparison.EarlierCatalog}. It is read from a file, a folder, a jar, or, by
 * {@link dev.vitrine.compiled.comparison.GitRevision}, from the history of the committed copy. What changed between two
 * catalogs, and what that means for users, is worked out in {@code dev.vitrine.catalog.diff}.
 */
@NullMarked
package dev.vitrine.compiled.comparison;

import org.jspecify.annotations.NullMarked;
