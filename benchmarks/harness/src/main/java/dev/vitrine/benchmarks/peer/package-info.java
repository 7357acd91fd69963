/**
 * What is compared: the same event, recorded through Vitrine and through other libraries, each behind the same interface
 * and each with a class path of its own.
 *
 * <p>An adapter implements {@link dev.vitrine.benchmarks.peer.PeerProvider}; it lives in a module of its own.
 */
@NullMarked
package dev.vitrine.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
