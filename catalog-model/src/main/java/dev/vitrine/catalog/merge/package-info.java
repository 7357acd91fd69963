/**
 * Makes one catalog of an application and the fragments of its modules.
 *
 * <p>Begin with {@link dev.vitrine.catalog.merge.CatalogMerge}.
 */
@NullMarked
package dev.vitrine.catalog.merge;

import org.jspecify.annotations.NullMarked;
