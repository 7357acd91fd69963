/**
 * The slowest calls, while the queue is full, the disk dead or the server silent.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.latency.LatencySuite}.
 */
@NullMarked
package dev.vitrine.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
