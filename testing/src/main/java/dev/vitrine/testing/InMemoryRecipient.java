package dev.vitrine.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A recipient on a loopback address of this machine: an HTTP server that keeps in memory what it is sent.
 *
 * <p>Safe for use by several threads.
 */
public final class InMemoryRecipient implements AutoCloseable {
    private static final int ACCEPTED = 202;

    private final HttpServer server;
    private final List<String> requests = new ArrayList<>();
    private int status = ACCEPTED;

    /**
     * Listens on a free port.
     *
     * @throws UncheckedIOException when this machine lets nobody listen on loopback
     */
    public InMemoryRecipient() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException("a test's recipient cannot listen on the loopback address", refused);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where to send events, for {@link dev.vitrine.AnalyticsOptions.Builder#loopbackEndpoint}. */
    public URI endpoint() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress() instanceof Inet6Address ? "[::1]" : "127.0.0.1";
        return URI.create("http://" + host + ':' + address.getPort() + "/api/analytics");
    }

    /**
     * Answers with this status from now on, for tests of what an application does when nobody listens.
     *
     * @param status of HTTP: 202 at the beginning; what is answered with 500 or more is sent again later
     */
    public synchronized void answer(int status) {
        this.status = status;
    }

    /** The bodies of all requests so far, as they came, those too that were answered with an error. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** The events so far; those of a request that came twice are counted once. */
    public List<ReceivedEvent> events() {
        return requests().stream()
                .distinct()
                .flatMap(body -> BatchReader.events(body).stream())
                .toList();
    }

    /**
     * Waits until what has come fulfils a condition: not longer, and without sleeping in between.
     *
     * @return whether it does; false when {@code patience} ended before
     */
    public boolean await(Predicate<List<ReceivedEvent>> condition, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            synchronized (this) {
                while (!condition.test(events())) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    try {
                        TimeUnit.NANOSECONDS.timedWait(this, left);
                    } catch (InterruptedException stopped) {
                        interrupted = true;
                        return false;
                    }
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(keep(body), -1);
        }
    }

    private synchronized int keep(String body) {
        requests.add(body);
        notifyAll();
        return status;
    }
}
