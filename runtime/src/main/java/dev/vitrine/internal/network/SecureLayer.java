package dev.vitrine.internal.network;

import java.io.IOException;
import java.net.Socket;

/** Puts encryption on a connection. */
@FunctionalInterface
interface SecureLayer {
    /**
     * Does the handshake with the host, and checks that it is the one that was asked for.
     *
     * @throws IOException when it is not, or cannot be told
     */
    Socket secure(Socket plain, String host, int port) throws IOException;
}
