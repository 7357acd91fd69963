/**
 * Asking: the one question that the user is asked on a terminal, the one hint, and the markers that keep either from
 * coming twice.
 *
 * <p>Begin with {@link dev.vitrine.internal.asking.FirstQuestion}.
 */
@NullMarked
package dev.vitrine.internal.asking;

import org.jspecify.annotations.NullMarked;
