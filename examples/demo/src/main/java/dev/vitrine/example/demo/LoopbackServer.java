package dev.vitrine.example.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands between the agent and the collector: keeps what passes, byte for byte, and hands it on with the answer. */
final class LoopbackServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final HttpClient onward = HttpClient.newHttpClient();
    private final URI collector;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final Object arrival = new Object();

    /** Hands on what it gets to the collector at this address. */
    LoopbackServer(URI collector) throws IOException {
        this.collector = collector;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    /** Where it listens. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + collector.getPath());
    }

    /** The bodies of all requests, in the order of their arrival. */
    List<String> bodies() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .toList();
    }

    /** How many events all requests held. */
    int events() {
        int events = 0;
        for (byte[] body : bodies) {
            JsonNode batch = JsonMapper.shared().readTree(body);
            events += batch.path("events").size();
        }
        return events;
    }

    /** Waits until that many events have arrived. */
    void awaitEvents(int count) throws InterruptedException {
        await(() -> events() >= count, count + " events to arrive; there are " + events());
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (arrival) {
            while (!condition.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new Mismatch("waited " + PATIENCE_SECONDS + " s for " + what);
                }
                arrival.wait(left);
            }
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpResponse<byte[]> answer = handOn(body);
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
        Mismatch.unless(answer.statusCode() == 200, "the collector answered " + answer.statusCode());
        synchronized (arrival) {
            bodies.add(body);
            arrival.notifyAll();
        }
    }

    private HttpResponse<byte[]> handOn(byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(collector)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return onward.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the collector was asked", interrupted);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
