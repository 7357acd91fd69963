package dev.vitrine.collector.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/**
 * One port on which HTTP/1.1 is spoken, with limits on what a stranger can cost. It says nothing about itself, and keeps no
 * log of requests.
 */
public final class HttpServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 4_096;
    private static final int HEADER_BYTES = 4 * 1024;
    /** As long as a client of ours lets an exchange take. */
    private static final long IDLE_MILLISECONDS = TimeUnit.SECONDS.toMillis(10);

    private static final long BODY_BYTES_IN_A_SECOND = 512;
    private static final long STOP_MILLISECONDS = TimeUnit.SECONDS.toMillis(10);

    private final Server server;
    private final ServerConnector connector;
    private final String name;

    /**
     * Prepares a server.
     *
     * @param name what it is called
     * @param host the address it listens on
     * @param port the port; 0 for one that is free
     */
    public HttpServer(String name, String host, int port, Handler handler) {
        this(name, host, port, handler, new RequestThreads(name));
    }

    /** The same, with its threads, that were not given to another one. */
    public HttpServer(String name, String host, int port, Handler handler, RequestThreads threads) {
        this.name = name;
        server = new Server(threads);
        // Requests are read on the threads that select.
        int selectors = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        connector = new ServerConnector(server, 1, selectors, new HttpConnectionFactory(configuration()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        server.setErrorHandler(new BareErrors());
        server.setHandler(new GracefulHandler(new MinimumDataRateHandler(handler, BODY_BYTES_IN_A_SECOND, 0)));
        server.setStopTimeout(STOP_MILLISECONDS);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        return configuration;
    }

    /** Begins to listen. */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException failed) {
            throw new IOException(
                    "The " + name + " cannot listen on " + connector.getHost() + ':' + connector.getPort()
                            + ". Choose another port.",
                    failed);
        } catch (Exception unexpected) {
            throw new IllegalStateException("Jetty did not start", unexpected);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** Takes no more requests, answers those that it has, and stops listening. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("Jetty did not stop", failed);
        }
    }
}
