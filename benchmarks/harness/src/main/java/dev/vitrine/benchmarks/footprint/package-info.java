/**
 * What a library adds to a program's class path and memory.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.footprint.FootprintSuite}.
 */
@NullMarked
package dev.vitrine.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
