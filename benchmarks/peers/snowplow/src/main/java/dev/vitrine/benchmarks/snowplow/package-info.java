/** Snowplow, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.snowplow;

import org.jspecify.annotations.NullMarked;
