/**
 * From models to Java: the emitter of each experiment, and the facade of each application.
 *
 * <p>What is generated is meant to be read: it is the proof that nothing is sent but what the catalog says. It has no
 * lambda and no string concatenation, because the first of either costs a command-line tool some milliseconds at its
 * start.
 */
@NullMarked
package dev.vitrine.processor.generate;

import org.jspecify.annotations.NullMarked;
