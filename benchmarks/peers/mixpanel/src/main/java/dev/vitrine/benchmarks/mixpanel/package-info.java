/** Mixpanel, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.mixpanel;

import org.jspecify.annotations.NullMarked;
