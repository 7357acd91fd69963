/**
 * The catalogs that a collector goes by: several releases of one application are in use at once, and a batch names its
 * own by the digest.
 *
 * <p>Begin with {@link dev.vitrine.collector.catalogs.ReleasedCatalogs}.
 */
@NullMarked
package dev.vitrine.collector.catalogs;

import org.jspecify.annotations.NullMarked;
