/**
 * What an event costs the thread that records it, by JMH.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.emit.EmitSuite}; each library is measured in JVMs with a class path of its
 * own.
 */
@NullMarked
package dev.vitrine.benchmarks.emit;

import org.jspecify.annotations.NullMarked;
