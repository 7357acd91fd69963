/**
 * HTTP/1.1 over a socket of our own: one request, one answer, no state.
 *
 * <p>The JDK's two clients are not used, for three reasons. They cost a command-line tool 46 to 760 milliseconds at the
 * first request. They share state with the host program: cookie handlers, authenticators, default headers, connections
 * that are kept alive. And one of them repeats a POST in silence when a connection breaks. Here every byte that leaves is
 * written by {@link dev.vitrine.internal.network.Request}, and a test reads it back from a raw socket.
 *
 * <p>Nothing in this package is loaded in a run that does not use the network; TLS is in a class of its own, which a
 * request to a loopback address does not load.
 *
 * <p>Begin with {@link dev.vitrine.internal.network.Exchange}.
 */
@NullMarked
package dev.vitrine.internal.network;

import org.jspecify.annotations.NullMarked;
