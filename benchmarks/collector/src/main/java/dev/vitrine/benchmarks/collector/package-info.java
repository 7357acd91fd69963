/**
 * Load on a collector, from the outside: begin with {@link dev.vitrine.benchmarks.collector.CollectorBenchmark}.
 */
@NullMarked
package dev.vitrine.benchmarks.collector;

import org.jspecify.annotations.NullMarked;
