package dev.vitrine.benchmarks.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/**
 * Who receives, in a process of its own: takes requests on loopback, counts them, and answers each at once, or never.
 *
 * <p>Prints its port. For each line that it reads, it prints the counts of requests with events: requests, bytes of
 * bodies as they came, bytes of bodies unpacked, events, bytes of bodies packed. Ends with its input.
 */
public final class StubServer {
    /** Whatever the library expects for an answer: a success, in the words of each of them. */
    private static final byte[] ANSWER =
            "{\"status\":1,\"success\":true,\"code\":200}".getBytes(StandardCharsets.US_ASCII);

    /** Mixpanel's success. */
    private static final byte[] ONE = "1".getBytes(StandardCharsets.US_ASCII);

    /** Amplitude's success, which it takes for a failure when a field is missing. */
    private static final byte[] INGESTED =
            "{\"code\":200,\"events_ingested\":1,\"payload_size_bytes\":1,\"server_upload_time\":1}"
                    .getBytes(StandardCharsets.US_ASCII);

    private static final int BACKLOG = 512;

    private final boolean answers;
    private final Counts counts;

    private StubServer(boolean answers, boolean packs, String eventMark) {
        this.answers = answers;
        this.counts = new Counts(eventMark, packs);
    }

    /**
     * Takes {@code answers}, {@code packs} (which answers too) or {@code silent}, the text that marks an event, and, to
     * speak TLS, the key store with its certificate.
     */
    public static void main(String[] arguments) throws IOException {
        StubServer stub = new StubServer(!arguments[0].equals("silent"), arguments[0].equals("packs"), arguments[1]);
        ServerSocket server = arguments.length > 2
                ? Certificate.at(Path.of(arguments[2])).listen(BACKLOG)
                : new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> stub.accept(server), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        PrintStream out = System.out;
        out.println(server.getLocalPort());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (commands.readLine() != null) {
            out.println(stub.counts.line());
        }
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                Socket connection = server.accept();
                Thread thread = new Thread(() -> serve(connection), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException failed) {
                throw new IllegalStateException("the stub cannot accept connections", failed);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            acknowledgeAtOnce(connection);
            if (connection instanceof SSLSocket secure) {
                secure.startHandshake();
                acknowledgeAtOnce(connection);
            }
            RequestReader requests = new RequestReader(connection.getInputStream());
            RequestReader.Request request;
            while ((request = requests.next()) != null) {
                counts.add(request);
                if (answers) {
                    connection.getOutputStream().write(answer(request));
                }
                acknowledgeAtOnce(connection);
            }
        } catch (IOException broken) {
            // The other side has ended, as programs do.
            return;
        }
    }

    /** The operating system forgets this after a while; without it some clients wait for 40 ms. */
    private static void acknowledgeAtOnce(Socket connection) throws IOException {
        try {
            connection.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        } catch (UnsupportedOperationException | SocketException notHere) {
            return;
        }
    }

    private static byte[] success(String path) {
        if (path.startsWith("/2/httpapi")) {
            return INGESTED;
        }
        return path.startsWith("/track") ? ONE : ANSWER;
    }

    private static byte[] answer(RequestReader.Request request) {
        byte[] body = success(request.path());
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
