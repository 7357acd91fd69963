package dev.vitrine.collector.intake;

import static dev.vitrine.collector.Batches.batch;
import static dev.vitrine.collector.Batches.edit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.Collector;
import dev.vitrine.collector.Http;
import dev.vitrine.collector.Http.Answer;
import dev.vitrine.collector.TestSettings;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender is told, and what is kept, over real connections. */
class IntakeTest {
    private static final boolean TORTURE = Boolean.getBoolean("vitrine.torture");
    private static final int FUZZED = TORTURE ? 1_000_000 : 20_000;
    private static final int STUCK = TORTURE ? 500 : 100;

    @TempDir
    private Path folder;

    private Collector collector;

    @BeforeEach
    void start() throws Exception {
        collector = Collector.start(TestSettings.in(folder), Batches.CLOCK);
    }

    @AfterEach
    void stop() {
        collector.close();
    }

    private String metric(String name) throws IOException {
        return Http.get(collector.page().resolve("/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith("vitrine_collector_" + name + ' '))
                .findFirst()
                .orElse("");
    }

    private void assertStored(int events) throws IOException {
        assertThat(metric("events_accepted_total")).endsWith(" " + events + ".0");
    }

    @Test
    void a_batch_is_answered_with_how_many_events_were_accepted_and_why_others_were_not() throws IOException {
        Answer answer = Http.post(
                collector.batches(),
                batch().event(edit("gpt-5", 1))
                        .event(edit("gpt-5", 99))
                        .event("{}")
                        .json());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":1,\"refused\":2,\"reasons\":{\"missing_field\":1,\"value\":1}}");
        assertStored(1);
    }

    @Test
    void a_batch_that_comes_again_is_accepted_and_not_counted_again() throws IOException {
        String json = batch().event(edit("gpt-5", 1)).json();
        Answer first = Http.post(collector.batches(), json);
        Answer second = Http.post(collector.batches(), json);
        assertThat(second).isEqualTo(first);
        assertStored(1);
    }

    @Test
    void a_batch_of_which_nothing_is_accepted_is_a_client_error_so_that_its_sender_drops_it() throws IOException {
        assertThat(Http.post(collector.batches(), batch().event("{}").json()).status())
                .isEqualTo(422);
        assertThat(Http.post(collector.batches(), "{").status()).isEqualTo(400);
        assertStored(0);
    }

    @Test
    void a_compressed_batch_is_the_same_batch() throws IOException {
        byte[] body = Http.gzip(batch().event(edit("gpt-5", 1)).json().getBytes(UTF_8));
        assertThat(Http.post(collector.batches(), body, "Content-Encoding: gzip")
                        .status())
                .isEqualTo(200);
        assertThat(Http.post(collector.batches(), "no gzip", "Content-Encoding: gzip")
                        .status())
                .isEqualTo(400);
        assertThat(Http.post(collector.batches(), body, "Content-Encoding: br").status())
                .isEqualTo(415);
        assertStored(1);
    }

    @Test
    void a_bomb_of_200_megabytes_is_refused_in_less_than_100_milliseconds() throws IOException {
        byte[] bomb = Http.gzip(new byte[200_000_000]);
        assertThat(bomb.length).isLessThan(Body.LARGEST_SENT);
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long begin = System.nanoTime();
            assertThat(Http.post(collector.batches(), bomb, "Content-Encoding: gzip")
                            .status())
                    .isEqualTo(413);
            taken.add(System.nanoTime() - begin);
        }
        // The machine may be busy with something else for one of them.
        assertThat(taken.stream().mapToLong(Long::longValue).min().orElseThrow())
                .isLessThan(Duration.ofMillis(100).toNanos());
    }

    @Test
    void too_much_is_refused_whether_or_not_it_was_announced() throws IOException {
        byte[] large = new byte[Body.LARGEST_SENT + 1];
        assertThat(Http.post(collector.batches(), large).status()).isEqualTo(413);
        String head = "POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        assertThat(Http.raw(collector.batches(), (head + chunk.repeat(9) + "0\r\n\r\n").getBytes(UTF_8))
                        .status())
                .isEqualTo(413);
        byte[] within = Http.gzip((batch().json() + " ".repeat(1_100_000)).getBytes(UTF_8));
        assertThat(Http.post(collector.batches(), within, "Content-Encoding: gzip")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DNT: 1", "Sec-GPC: 1", "dnt: 1"})
    void who_asks_not_to_be_tracked_is_not(String header) throws IOException {
        Answer answer =
                Http.post(collector.batches(), batch().event(edit("gpt-5", 1)).json(), header);
        assertThat(answer.status()).isEqualTo(204);
        assertStored(0);
    }

    @Test
    void only_json_is_taken_and_only_by_post() throws IOException {
        String json = batch().event(edit("gpt-5", 1)).json();
        assertThat(Http.post(collector.batches(), json, "Content-Type: text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(Http.post(collector.batches(), json, "Content-Type: application/json; charset=utf-16")
                        .status())
                .isEqualTo(415);
        assertThat(Http.post(collector.batches(), json, "Content-Type: application/json; charset=UTF-8")
                        .status())
                .isEqualTo(200);
        assertThat(Http.get(collector.batches()).status()).isEqualTo(405);
        assertThat(Http.post(collector.batches().resolve("/v2"), json).status()).isEqualTo(404);
    }

    @Test
    void deletion_is_for_whoever_knows_the_id_and_says_how_much_there_was() throws IOException {
        UUID id = UUID.randomUUID();
        Http.post(
                collector.batches(),
                batch().identified(id).event(edit("a", 1)).event(edit("a", 2)).json());
        URI forget = collector.batches().resolve("/v1/batches/forget");
        String request = "{\"app\":\"pi\",\"trackingId\":\"" + id + "\"}";
        // A wish not to be tracked is no reason to keep what is there.
        assertThat(Http.post(forget, request, "DNT: 1").body()).isEqualTo("{\"deleted\":2}");
        assertThat(Http.post(forget, request).body()).isEqualTo("{\"deleted\":0}");
        assertThat(Http.post(
                                collector.batches(),
                                batch().identified(id).event(edit("a", 1)).json())
                        .body())
                .isEqualTo("{\"accepted\":0,\"refused\":1,\"reasons\":{\"forgotten\":1}}");
        for (String wrong : List.of(
                "{}",
                "{\"app\":\"pi\"}",
                "{\"app\":\"pi\",\"trackingId\":\"%\"}",
                "{\"app\":\"pi\",\"trackingId\":[]}",
                request + "x",
                request.replace("{", "{\"all\":\"1\","))) {
            assertThat(Http.post(forget, wrong).status()).as(wrong).isEqualTo(400);
        }
        assertThat(Http.post(forget, request.replace("pi", "po")).status()).isEqualTo(422);
    }

    @Test
    void fuzzed_bodies_are_no_error_of_the_server_and_nothing_of_them_is_stored() throws IOException {
        Random random = new Random(20261121);
        byte[] good =
                batch().event(edit("gpt-5", 1)).event(edit("gpt-5", 2)).json().getBytes(UTF_8);
        try (KeptOpen connection = new KeptOpen(collector.batches().getPort())) {
            for (int i = 0; i < FUZZED; i++) {
                byte[] body = fuzzed(good, random);
                int status = connection.post(body);
                assertThat(status).as("body %s of seed 20261121", i).isBetween(400, 499);
            }
        }
        assertStored(0);
        assertThat(Http.get(collector.page().resolve("/health")).status()).isEqualTo(200);
    }

    /** A body that cannot be valid: it may be damaged anywhere, and at last, so that nothing mends it, in its batch's id. */
    private static byte[] fuzzed(byte[] good, Random random) {
        byte[] body = random.nextInt(10) == 0 ? new byte[random.nextInt(300)] : good.clone();
        if (body.length != good.length) {
            random.nextBytes(body);
            return body;
        }
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int position = random.nextInt(body.length);
            switch (random.nextInt(3)) {
                case 0 -> body[position] = (byte) random.nextInt(256);
                case 1 -> body[position] = (byte) "{}[]\",:0e-\\u".charAt(random.nextInt(12));
                default -> {
                    int from = random.nextInt(body.length);
                    int length = Math.min(random.nextInt(40), body.length - Math.max(from, position));
                    System.arraycopy(good, from, body, position, length);
                }
            }
        }
        body[10 + random.nextInt(30)] = (byte) "G\"\\{[\u0000 ~".charAt(random.nextInt(8));
        return random.nextInt(5) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
    }

    @Test
    void connections_that_are_stuck_do_not_keep_others_waiting() throws IOException {
        List<Socket> stuck = new ArrayList<>();
        try {
            String head =
                    "POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n";
            for (int i = 0; i < STUCK; i++) {
                Socket socket = new Socket("127.0.0.1", collector.batches().getPort());
                socket.getOutputStream().write((i % 2 == 0 ? head : head + "\r\n{\"batch\":").getBytes(UTF_8));
                stuck.add(socket);
            }
            List<Long> taken = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                long begin = System.nanoTime();
                assertThat(Http.post(
                                        collector.batches(),
                                        batch().event(edit("gpt-5", 1)).json())
                                .status())
                        .isEqualTo(200);
                taken.add(System.nanoTime() - begin);
            }
            taken.sort(null);
            assertThat(taken.get(taken.size() * 99 / 100 - 1))
                    .isLessThan(Duration.ofMillis(250).toNanos());
        } finally {
            for (Socket socket : stuck) {
                socket.close();
            }
        }
    }

    @Test
    void who_is_answered_at_once_keeps_no_thread_busy_with_the_requests_behind() throws IOException {
        String lost = "GET /nothing-here HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String broken = "POST /v1/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}";
        for (String request : List.of(lost, broken)) {
            Http.Answer answer = Http.raw(collector.batches(), request.repeat(3).getBytes(UTF_8));
            assertThat(answer.text().split("HTTP/1.1 ", -1)).hasSize(2);
            assertThat(answer.text()).contains("Connection: close");
        }
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for_for_ever() throws IOException {
        String head =
                "POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{";
        Answer answer = Http.raw(collector.batches(), head.getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(408);
        assertStored(0);
    }

    @Test
    void no_answer_tells_of_the_server_or_repeats_the_request() throws IOException {
        String canary = "canary-5f0c6b1d";
        List<Answer> answers = List.of(
                Http.post(collector.batches(), '"' + canary + '"'),
                Http.post(
                        collector.batches(),
                        batch().with("version", '"' + canary + '"').json()),
                Http.post(
                        collector.batches(),
                        batch().event("{\"" + canary + "\":1}").json()),
                Http.post(collector.batches().resolve("/" + canary), "{}"),
                Http.post(collector.batches(), "{}", "Content-Type: " + canary),
                Http.send(canary, collector.batches(), new byte[0]),
                Http.raw(collector.batches(), (canary + " / HTTP/9.9\r\n\r\n").getBytes(UTF_8)),
                Http.raw(
                        collector.batches(),
                        ("GET /%zz" + canary + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(UTF_8)));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isBetween(400, 505);
            assertThat(answer.text().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(canary, "jetty", "exception", "java", "sqlite", "server:", "dev.vitrine");
        });
    }
}
