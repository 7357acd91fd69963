/** Amplitude, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.amplitude;

import org.jspecify.annotations.NullMarked;
