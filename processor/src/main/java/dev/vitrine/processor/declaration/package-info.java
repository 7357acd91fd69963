/**
 * What was declared, as it was declared, right or wrong: experiments, their components, applications. What the reader
 * makes and the checks judge.
 *
 * <p>Immutable, and free of the compiler's own types: nothing here outlives its round by holding one. A {@link
 * dev.vitrine.processor.declaration.Place} stands for the spot in the source, so that a mistake can be shown there.
 */
@NullMarked
package dev.vitrine.processor.declaration;

import org.jspecify.annotations.NullMarked;
