/**
 * Whole runs of short commands, from the start of the JVM to its end.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.process.ProcessSuite}.
 */
@NullMarked
package dev.vitrine.benchmarks.process;

import org.jspecify.annotations.NullMarked;
