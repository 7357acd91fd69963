/**
 * The compiler plug-in. Two processors: {@link dev.vitrine.processor.ExperimentProcessor} looks at one record at a time,
 * {@link dev.vitrine.processor.ApplicationProcessor} at all of them together.
 *
 * <p>Both are thin. The stages are packages, in this order: {@code read} (elements to {@code declaration}s), {@code check}
 * (declarations to {@code model}s, or problems), {@code generate} (models to Java), {@code write} (to the compiler).
 * Neither claims its annotations, and neither keeps an element of the compiler's for another round.
 */
@NullMarked
package dev.vitrine.processor;

import org.jspecify.annotations.NullMarked;
