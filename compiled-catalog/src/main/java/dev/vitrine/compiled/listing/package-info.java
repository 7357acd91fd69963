/**
 * What {@code show} prints: the experiments of any folder or jar, with the places that emit them.
 *
 * <p>Begin with {@link dev.vitrine.compiled.listing.CatalogListing}.
 */
@NullMarked
package dev.vitrine.compiled.listing;

import org.jspecify.annotations.NullMarked;
