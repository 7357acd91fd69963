package dev.vitrine.protocols;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPInputStream;

/** Who receives, on loopback: keeps what comes, and answers as it is told. */
final class Receiver implements AutoCloseable {
    /** What came, unpacked, and the status that was answered. */
    record Received(String path, String contentType, String body, int status) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    /** From the number of the request to the status of its answer. */
    private volatile IntUnaryOperator statuses = number -> 200;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    Receiver answering(IntUnaryOperator statuses) {
        this.statuses = statuses;
        return this;
    }

    /** The address of a path of this server's. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> accepted() {
        return received.stream()
                .filter(request -> request.status() == 200)
                .map(Received::body)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
                try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    bytes = packed.readAllBytes();
                }
            }
            int status = statuses.applyAsInt(received.size());
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(bytes, StandardCharsets.UTF_8),
                    status));
            byte[] answer = "{}".getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
