/** Segment, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.segment;

import org.jspecify.annotations.NullMarked;
