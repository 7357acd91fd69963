/**
 * From the compiler's elements to declarations: the one stage that sees an {@code Element}.
 *
 * <p>Annotations are read as mirrors, by name: no class of the user's, nor the annotations themselves, is loaded. Begin
 * with {@link dev.vitrine.processor.read.ExperimentReader}. What names a type that is not there, perhaps because another
 * processor makes it in a later round, is {@linkplain dev.vitrine.processor.read.UnreadableException unreadable} for now.
 */
@NullMarked
package dev.vitrine.processor.read;

import org.jspecify.annotations.NullMarked;
