/**
 * What sending costs: processor time and bytes.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.throughput.ThroughputSuite}.
 */
@NullMarked
package dev.vitrine.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
