/**
 * The privacy catalog as data: what an application collects, from whom it is asked, and who receives it.
 *
 * <p>Begin with {@link dev.vitrine.catalog.Catalog}, the whole file, and {@link dev.vitrine.catalog.Experiment}, one
 * entry of it. The model is immutable, knows no compiler and no network, and is the same on whichever side it was read:
 * the processor builds it from source, the build goals from JSON.
 */
@NullMarked
package dev.vitrine.catalog;

import org.jspecify.annotations.NullMarked;
