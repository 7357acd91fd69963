package dev.vitrine.internal.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** A recipient on loopback: a real HTTP server that keeps what it receives, and answers as it is told. */
final class Recipient implements AutoCloseable {
    /** What it answers: a status, and perhaps the header {@code Retry-After}. */
    record Answer(int status, String retryAfter) {
        static Answer of(int status) {
            return new Answer(status, null);
        }
    }

    /** What came. */
    record Received(String method, String path, String body, Answer answer) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<Answer> answers = usual -> usual;

    Recipient() {
        this(0);
    }

    Recipient(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers from now on what {@code answers} makes of 202. */
    Recipient answering(UnaryOperator<Answer> answers) {
        this.answers = answers;
        return this;
    }

    Recipient answering(int status) {
        return answering(usual -> Answer.of(status));
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/analytics");
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** The bodies that were taken. */
    List<String> accepted() {
        return received.stream()
                .filter(request -> request.answer().status() / 100 == 2)
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
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = answers.apply(Answer.of(202));
            received.add(new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body, answer));
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }
}
