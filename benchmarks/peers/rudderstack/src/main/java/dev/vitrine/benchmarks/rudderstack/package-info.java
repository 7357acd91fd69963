/** RudderStack, behind the interface that the benchmarks measure. */
@NullMarked
package dev.vitrine.benchmarks.rudderstack;

import org.jspecify.annotations.NullMarked;
