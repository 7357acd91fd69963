package dev.vitrine.internal.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that knows no HTTP: it hands each connection to the test, byte for byte. */
public final class RawServer implements AutoCloseable {
    /** What is done with a connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Behaviour {
        /** Does it. */
        void with(Socket connection) throws Exception;
    }

    private final ServerSocket server;
    private final Thread acceptor;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public RawServer(Behaviour behaviour) {
        this(bound(), behaviour);
    }

    public RawServer(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.acceptor = new Thread(() -> accept(behaviour), "raw-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private static ServerSocket bound() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    /** A server that answers each request with these characters, and then ends the connection. */
    public static RawServer answering(String answer) {
        return new RawServer(connection -> {
            readRequest(connection);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections were accepted. */
    public int connections() {
        return connections.size();
    }

    /** Reads a request: its head, and as much of a body as the head announces. */
    public static String readRequest(Socket connection) throws IOException {
        // Buffered: byte by byte from the socket, a large batch takes a third of a second.
        InputStream in = new BufferedInputStream(connection.getInputStream());
        StringBuilder text = new StringBuilder();
        int missing = -1;
        int read;
        while (missing != 0 && (read = in.read()) >= 0) {
            text.append((char) read);
            if (missing > 0) {
                missing--;
            } else if (text.length() > 3 && text.substring(text.length() - 4).equals("\r\n\r\n")) {
                missing = contentLength(text.toString());
            }
        }
        return text.toString();
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                .findFirst()
                .orElse(0);
    }

    private void accept(Behaviour behaviour) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread handler = new Thread(() -> handle(connection, behaviour), "raw-connection");
                handler.setDaemon(true);
                handler.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void handle(Socket connection, Behaviour behaviour) {
        try (connection) {
            behaviour.with(connection);
        } catch (Exception rude) {
            // The client, or the test, ended it.
            return;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
