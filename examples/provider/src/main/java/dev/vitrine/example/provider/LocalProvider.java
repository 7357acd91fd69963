package dev.vitrine.example.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model provider on a loopback port of this machine, which does as it is told.
 *
 * <p>It has {@code POST /v1/answer} (one JSON object), {@code POST /v1/stream} (server-sent events) and
 * {@code GET /v1/socket} (WebSocket). Closing it closes all of its connections.
 */
public final class LocalProvider implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "provider");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Behaviour behaviour = Behaviour.ANSWER;

    /**
     * Begins to serve.
     *
     * @param port the port, or 0 for any that is free
     * @throws IOException when the port is taken
     */
    public LocalProvider(int port) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Does so from the next connection on. */
    public void behave(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Stops, and closes every connection. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdown();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                // Either this provider was closed, which ends the loop, or a client left while it was let in.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Connection(socket, behaviour).serve();
        } catch (IOException clientLeft) {
            // A client that leaves early is its own affair; the connection ends either way.
            return;
        } finally {
            connections.remove(socket);
        }
    }
}
