/**
 * From declarations to models, or to problems: the rules of the language that Vitrine adds to Java.
 *
 * <p>All that can be wrong stands in {@link dev.vitrine.processor.check.Diagnostic}, with the reason and the cure. The
 * checks collect: one mistake never hides the next.
 */
@NullMarked
package dev.vitrine.processor.check;

import org.jspecify.annotations.NullMarked;
