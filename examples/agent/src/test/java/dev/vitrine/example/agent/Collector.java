package dev.vitrine.example.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The receiving end, on a loopback address: takes batches, and answers update checks. */
final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> updateChecks = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/analytics", this::takeBatch);
        server.createContext("/api/latest-version", this::tellVersion);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/analytics";
    }

    /** The bodies that arrived. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Each update check's {@code User-Agent}, and its {@code Tracking-Id} if it had one. */
    List<String> updateChecks() {
        return List.copyOf(updateChecks);
    }

    /** The events that arrived, as {@code <name> <payload>}. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        for (String body : bodies) {
            for (JsonNode event : JsonMapper.shared().readTree(body).path("events")) {
                events.add(event.path("event").asString() + " " + event.path("payload"));
            }
        }
        return events;
    }

    private void takeBatch(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void tellVersion(HttpExchange exchange) throws IOException {
        String trackingId = exchange.getRequestHeaders().getFirst("Tracking-Id");
        updateChecks.add(
                exchange.getRequestHeaders().getFirst("User-Agent") + (trackingId == null ? "" : " " + trackingId));
        byte[] answer = "{\"version\": \"0.63.0\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
