/**
 * Asking the user for consent: whether it is the time and the place, in which words, and what each answer does.
 *
 * <p>Begin with {@link dev.vitrine.internal.asking.FirstQuestion}. That somebody was asked, hinted at, or not drawn is
 * remembered by {@link dev.vitrine.internal.asking.Markers}, small files in the state directory that hold no identifier.
 */
@NullMarked
package dev.vitrine.internal.asking;

import org.jspecify.annotations.NullMarked;
