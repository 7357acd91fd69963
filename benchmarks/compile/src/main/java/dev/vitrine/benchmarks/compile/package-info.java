/**
 * What annotation processing costs a compilation: Vitrine's processor beside the same compilation without one, a
 * processor that does nothing, and record-builder, in one run.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.compile.CompileBenchmark}.
 */
@NullMarked
package dev.vitrine.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
