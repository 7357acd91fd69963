package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vitrine.collector.Collector;
import dev.vitrine.collector.CollectorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of the data: the agent as its users start it, the collector, and its page. */
class CollectorIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path home;
    private Collector collector;
    private HttpServer relay;
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private volatile int answersToLose;

    @BeforeEach
    void start() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        Files.writeString(home.resolve("notes.txt"), "The quick brown fox\n");
        Path catalog = Path.of(System.getProperty("project.basedir"), "../../catalog/catalog.json");
        collector = Collector.start(
                new CollectorSettings(catalog, folder.resolve("data"), "127.0.0.1", 0, 0, List.of(), null, 10, 0),
                InstantSource.system());
        relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        relay.createContext("/", this::handOn);
        relay.start();
    }

    @AfterEach
    void stop() {
        relay.stop(0);
        collector.close();
    }

    /** Hands a request on to the collector; loses some of the answers, so that the agent cannot know what became of it. */
    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            HttpResponse<byte[]> answer = CLIENT.send(
                    HttpRequest.newBuilder(collector.batches().resolve(exchange.getRequestURI()))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            arrived.add(new String(body, StandardCharsets.UTF_8));
            if (answersToLose > 0) {
                answersToLose--;
                return;
            }
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private AgentProcess agent(String endpoint) {
        return new AgentProcess(home).with("--analytics-endpoint", endpoint);
    }

    private String batches() {
        return "http://127.0.0.1:" + relay.getAddress().getPort() + "/v1/batches";
    }

    private String page(String path) throws IOException, InterruptedException {
        URI address = collector.page().resolve(path);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private boolean metric(String name, int value) throws IOException, InterruptedException {
        return page("/metrics").lines().anyMatch(line -> line.equals("vitrine_collector_" + name + ' ' + value + ".0"));
    }

    @Test
    void whatWasRecordedOfflineArrivesOnceAndIsForgottenOnRequest() throws Exception {
        agent("http://127.0.0.1:1/v1/batches")
                .run(
                        Map.of(),
                        "/privacy on identified",
                        "edit notes.txt \"quick brown\" \"slow brown\"",
                        "edit notes.txt \"purple cow\" \"brown cow\"",
                        "/quit");
        assertThat(arrived).isEmpty();

        answersToLose = 1;
        try (RunningAgent running = agent(batches()).start(Map.of())) {
            running.type("edit notes.txt \"slow brown\" \"quick brown\"");
            // Sent, stored, the answer lost, sent again: the same bytes, and still counted once.
            await().atMost(Duration.ofSeconds(60)).until(() -> metric("batches_total{outcome=\"seen_before\"}", 1));
            await().atMost(Duration.ofSeconds(60)).until(() -> metric("events_accepted_total", 3));
            assertThat(arrived)
                    .hasSizeGreaterThan(arrived.stream().distinct().toList().size());

            assertThat(page("/")).contains("How often does the edit tool fail, and with which models?");
            assertThat(running.type("/privacy forget").replaceAll("\\s+", " ")).contains("deleted 3 events");
        }
        assertThat(metric("events_deleted_total", 3)).isTrue();
        assertThat(home.resolve(".local/state/pi/analytics/sent.jsonl")).doesNotExist();
    }
}
