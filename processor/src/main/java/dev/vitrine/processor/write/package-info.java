/**
 * To the compiler: sources, resources and messages. The only stage that has effects, and it touches nothing but the
 * compiler's own output.
 */
@NullMarked
package dev.vitrine.processor.write;

import org.jspecify.annotations.NullMarked;
