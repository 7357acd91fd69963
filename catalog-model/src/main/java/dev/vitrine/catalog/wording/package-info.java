/**
 * The words in which a catalog speaks to people, the same on every page: what a field can hold, what is never collected,
 * how consent is decided, how to switch it off.
 *
 * <p>Begin with {@link dev.vitrine.catalog.wording.FieldLine} for one experiment, and
 * {@link dev.vitrine.catalog.wording.Promises} for the application.
 */
@NullMarked
package dev.vitrine.catalog.wording;

import org.jspecify.annotations.NullMarked;
