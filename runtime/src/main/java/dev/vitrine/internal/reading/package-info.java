/**
 * What a user reads on a terminal: the answers of the {@code privacy} command, made from the catalog in the jar, the
 * decision, and the state directory.
 *
 * <p>Begin with {@link dev.vitrine.internal.reading.StatusPage}; {@link dev.vitrine.internal.reading.Page} is how all of
 * them are laid out.
 */
@NullMarked
package dev.vitrine.internal.reading;

import org.jspecify.annotations.NullMarked;
