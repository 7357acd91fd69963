package dev.vitrine.internal.network;

import dev.vitrine.internal.consent.NetworkPermit;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges one request for one answer, at a time. The only class that opens connections, and it does so only for a
 * permit of the gate's.
 *
 * <p>A connection is made within 3 seconds, and the whole exchange takes 10 at most. There are no redirects and no
 * repeats. Another thread may {@link #abort} what is under way.
 */
public final class Exchange {
    private static final int CONNECT_MILLISECONDS = 3_000;
    private static final int EXCHANGE_MILLISECONDS = 10_000;
    /** Enough for the largest batch, so that writing never waits for a server that does not read. */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private final Map<String, String> environment;
    private final int exchangeMilliseconds;
    /** Used again by each exchange, of which there is one at a time. */
    private final Utf8Buffer outgoing = new Utf8Buffer(1024);

    private final byte[] incoming = new byte[ResponseReader.LIMIT];
    private @Nullable SecureLayer secureLayer;
    private @Nullable Socket current;
    private boolean aborted;

    /** Takes the environment variables, which may name a proxy. */
    public Exchange(Map<String, String> environment) {
        this(environment, null, EXCHANGE_MILLISECONDS);
    }

    /** For tests: {@code secureLayer} takes the place of TLS with the JDK's own trust. */
    Exchange(Map<String, String> environment, @Nullable SecureLayer secureLayer) {
        this(environment, secureLayer, EXCHANGE_MILLISECONDS);
    }

    private Exchange(Map<String, String> environment, @Nullable SecureLayer secureLayer, int exchangeMilliseconds) {
        this.environment = environment;
        this.secureLayer = secureLayer;
        this.exchangeMilliseconds = exchangeMilliseconds;
    }

    /** For tests: an exchange that may last for {@code milliseconds}, and not for 10 seconds. */
    static Exchange lasting(int milliseconds) {
        return new Exchange(Map.of(), null, milliseconds);
    }

    /** What is asked when the connection stands, right before the first byte of the request is written. */
    @FunctionalInterface
    public interface LastWord {
        /** Whether the request may be written. */
        boolean mayWrite() throws IOException;
    }

    /**
     * Sends a request and reads what is answered.
     *
     * @param permit the gate's leave to use the network
     * @param withBody whether the answer's body is wanted
     * @return the answer, or null when the last word was no
     * @throws IOException when no answer came; whether the request arrived is then unknown
     */
    public @Nullable Response perform(NetworkPermit permit, Request request, boolean withBody, LastWord lastWord)
            throws IOException {
        Deadline deadline = Deadline.in(exchangeMilliseconds);
        try {
            Socket socket = connect(permit, request.endpoint(), deadline);
            if (!lastWord.mayWrite()) {
                return null;
            }
            request.writeTo(socket.getOutputStream(), outgoing);
            return new ResponseReader(socket.getInputStream(), incoming).read(withBody);
        } finally {
            release();
        }
    }

    /** Breaks off the exchange that is under way, and every later one. */
    public synchronized void abort() {
        aborted = true;
        closeCurrent();
    }

    private Socket connect(NetworkPermit permit, Endpoint endpoint, Deadline deadline) throws IOException {
        Objects.requireNonNull(permit, "a connection without a permit");
        Proxy proxy = Proxy.of(environment, endpoint);
        Socket socket = proxy == null
                ? connect(endpoint.address(), endpoint.port(), !endpoint.secure(), deadline)
                : tunnel(proxy, endpoint, deadline);
        if (!endpoint.secure()) {
            return socket;
        }
        if (secureLayer == null) {
            secureLayer = TransportLayerSecurity.ofPlatform();
        }
        return secureLayer.secure(socket, endpoint.address(), endpoint.port());
    }

    private Socket tunnel(Proxy proxy, Endpoint endpoint, Deadline deadline) throws IOException {
        Socket socket = connect(proxy.host, proxy.port, false, deadline);
        Request.connect(endpoint, proxy.authorization, socket.getOutputStream());
        int status = new ResponseReader(socket.getInputStream(), incoming)
                .read(false)
                .status();
        if (status >= 300) {
            throw new IOException("the proxy answered " + status);
        }
        return socket;
    }

    private Socket connect(String host, int port, boolean loopbackOnly, Deadline exchange) throws IOException {
        Deadline connected = Deadline.in(CONNECT_MILLISECONDS);
        InetAddress[] addresses = InetAddress.getAllByName(host);
        IOException last = new IOException(host + " has no address");
        for (int i = 0; i < addresses.length; i++) {
            if (loopbackOnly && !addresses[i].isLoopbackAddress()) {
                throw new IOException(host + " is not this machine, and only this machine is spoken to without TLS");
            }
            Socket socket = begin(exchange);
            try {
                // Each address has its share of the time, so that one that does not answer leaves some to the next.
                int share = Math.max(1, connected.millisecondsLeft() / (addresses.length - i));
                socket.connect(new InetSocketAddress(addresses[i], port), share);
                return socket;
            } catch (IOException failed) {
                release();
                last = failed;
            }
        }
        throw last;
    }

    private synchronized Socket begin(Deadline exchange) throws IOException {
        if (aborted) {
            throw new IOException("broken off");
        }
        Socket socket = new DeadlineSocket(exchange);
        socket.setTcpNoDelay(true);
        socket.setSendBufferSize(SEND_BUFFER_BYTES);
        current = socket;
        return socket;
    }

    private synchronized void release() {
        closeCurrent();
        current = null;
    }

    /** Closes the plain socket below TLS: there is nothing more to say, and a farewell could block. */
    private void closeCurrent() {
        if (current != null) {
            try {
                current.close();
            } catch (IOException alreadyGone) {
                current = null;
            }
        }
    }
}
