/**
 * Who receives while something is measured: an HTTP server of our own, on loopback and in another process, that answers at
 * once, or never, and counts what came; over TLS for those who speak nothing else.
 *
 * <p>Begin with {@link dev.vitrine.benchmarks.stub.Stub}.
 */
@NullMarked
package dev.vitrine.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
