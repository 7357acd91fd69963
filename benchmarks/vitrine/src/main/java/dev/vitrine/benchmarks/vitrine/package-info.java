/**
 * Vitrine, measured: the application and its one experiment, the adapter, and the programs of which whole runs are
 * measured.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.vitrine.VitrineProvider}.
 */
@NullMarked
package dev.vitrine.benchmarks.vitrine;

import org.jspecify.annotations.NullMarked;
