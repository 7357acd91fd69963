package dev.vitrine.collector;

import static dev.vitrine.collector.Batches.batch;
import static dev.vitrine.collector.Batches.edit;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Http.Answer;
import dev.vitrine.collector.store.Snapshot;
import dev.vitrine.collector.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collectors as processes: killed, starved, watched. */
class ProcessTest {
    private static final int KILLS = Boolean.getBoolean("vitrine.torture") ? 100 : 3;
    private static final int MOST_BATCHES = 3_000;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static String json(int number) {
        return batch().event("edit-tool-outcome", TODAY, edit("m" + number, 1)).json();
    }

    private static int status(URI address, String body) {
        try {
            return Http.post(address, body).status();
        } catch (IOException broken) {
            return 0;
        }
    }

    /** How often each model's event is kept. */
    private long kept(int number) throws IOException {
        long[] events = new long[1];
        try (SqliteStore store = SqliteStore.open(folder.resolve("data"), 0, InstantSource.system());
                Snapshot snapshot = store.snapshot()) {
            snapshot.read("edit-tool-outcome", 0, Integer.MAX_VALUE, read -> {
                if (read.payload().contains("\"m" + number + '"')) {
                    events[0] += read.events();
                }
            });
        }
        return events[0];
    }

    @Test
    void after_kill_9_under_load_what_was_answered_with_2xx_is_counted_once_and_all_else_at_most_once()
            throws Exception {
        Random random = new Random(9);
        AtomicInteger next = new AtomicInteger();
        List<Integer> answered = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            ExecutorService senders = Executors.newFixedThreadPool(8);
            try (CollectorProcess collector = new CollectorProcess(folder, List.of())) {
                List<Future<List<Integer>>> sent = new ArrayList<>();
                for (int sender = 0; sender < 8; sender++) {
                    sent.add(senders.submit(() -> sendUntilDead(collector.batches, next, bodies)));
                }
                int before = bodies.size();
                int enough = before + 20 + random.nextInt(400);
                Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> size(bodies) >= enough);
                collector.kill();
                for (Future<List<Integer>> result : sent) {
                    answered.addAll(result.get());
                }
            }
            senders.shutdown();
        }
        // Everything is sent again, as clients do that got no answer: what was stored is known by its id.
        long[] counts = counts(bodies.size());
        assertThat(answered)
                .isNotEmpty()
                .allSatisfy(number -> assertThat(counts[number]).isEqualTo(1));
        assertThat(Arrays.stream(counts).max().orElse(0)).isLessThanOrEqualTo(1);
        try (CollectorProcess collector = new CollectorProcess(folder, List.of())) {
            for (String body : bodies) {
                assertThat(status(collector.batches, body)).isEqualTo(200);
            }
            collector.stop();
        }
        assertThat(counts(bodies.size())).containsOnly(1);
    }

    private static int size(List<String> bodies) {
        synchronized (bodies) {
            return bodies.size();
        }
    }

    /** The numbers of the batches that were answered with 200. */
    private static List<Integer> sendUntilDead(URI address, AtomicInteger next, List<String> bodies) {
        List<Integer> answered = new ArrayList<>();
        while (true) {
            int number;
            String body;
            synchronized (bodies) {
                number = next.getAndIncrement();
                body = json(number);
                bodies.add(body);
            }
            int status = status(address, body);
            if (status != 200) {
                return answered;
            }
            answered.add(number);
        }
    }

    private long[] counts(int numbers) throws IOException {
        long[] counts = new long[numbers];
        try (SqliteStore store = SqliteStore.open(folder.resolve("data"), 0, InstantSource.system());
                Snapshot snapshot = store.snapshot()) {
            snapshot.read("edit-tool-outcome", 0, Integer.MAX_VALUE, read -> {
                String number = read.payload().replaceAll(".*\"m(\\d+)\".*", "$1");
                counts[Integer.parseInt(number)] += read.events();
            });
        }
        return counts;
    }

    @Test
    void nothing_of_what_is_refused_and_nothing_of_who_sends_is_in_any_file_or_log() throws Exception {
        String canary = "canary5f0c6b1d";
        try (CollectorProcess collector = new CollectorProcess(folder, List.of())) {
            String good = json(1);
            String agent = "User-Agent: " + canary + "/1 (192.0.2.77)";
            String[] headers = {agent, "X-Forwarded-For: " + canary, "Cookie: " + canary, "Referer: http://" + canary};
            assertThat(Http.post(collector.batches, good, headers).status()).isEqualTo(200);
            UUID id = UUID.randomUUID();
            String named = batch().identified(id)
                    .with("userId", '"' + canary + '"')
                    .event("edit-tool-outcome", TODAY, edit("m1", 1))
                    .json();
            assertThat(Http.post(collector.batches, named).status()).isEqualTo(200);
            for (String refused : List.of(
                    canary,
                    "{\"" + canary + "\":1}",
                    batch().with("version", '"' + canary + '"').json(),
                    batch().with("host", '"' + canary + '"').json(),
                    batch().event(canary, TODAY, "{}").json(),
                    batch().event("edit-tool-outcome", TODAY, "{\"" + canary + "\":\"" + canary + "\"}")
                            .json(),
                    batch().event("edit-tool-outcome", TODAY, edit(canary + " \\n2026-01-01 ERROR injected", 1))
                            .json(),
                    batch().event("edit-tool-outcome", TODAY, edit("m1", 1))
                            .rawEvent('"' + canary + '"')
                            .json())) {
                Http.post(collector.batches, refused, headers);
                Http.post(collector.batches.resolve("/v1/batches/forget"), refused, headers);
                Http.post(collector.batches, Http.gzip(refused.getBytes(ISO_8859_1)), "Content-Encoding: gzip");
            }
            Http.post(collector.batches, good.replace("\"batch\":\"", "\"batch\":\"" + canary), headers);
            Http.post(URI.create(collector.batches + "?" + canary + "=" + canary), good, "DNT: 1");
            Http.post(collector.batches.resolve("/" + canary + "%0d%0aERROR"), good);
            Http.raw(collector.batches, (canary + "\r\n\r\n").getBytes(ISO_8859_1));
            assertNowhere(canary);
            assertNowhere("127.0.0.1");
            collector.stop();
            assertNowhere(canary);
        }
    }

    private void assertNowhere(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("sqlitejdbc"))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(text);
            }
        }
    }

    @Test
    void a_disk_that_is_full_is_answered_with_507_and_what_was_stored_is_whole() throws Exception {
        // The process may write files of 2000 KiB at most, enough for SQLite's native library: to SQLite, a full disk.
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 2000; exec \"$@\"", "bash");
        List<Integer> stored = new ArrayList<>();
        try (CollectorProcess collector = new CollectorProcess(folder, limited)) {
            // A transaction that failed may leave room for a smaller one, and the collector is well again for a while.
            boolean told = false;
            for (int number = 0; number < MOST_BATCHES && !told; number++) {
                Answer answer = Http.post(collector.batches, largeBatch(number).json());
                assertThat(answer.status()).as(answer.text()).isIn(200, 507);
                if (answer.status() == 200) {
                    stored.add(number);
                } else {
                    told = Http.get(collector.page.resolve("/health")).status() == 503;
                }
            }
            assertThat(told).as("507, and then down").isTrue();
            collector.stop();
        }
        assertThat(stored).isNotEmpty();
        long[] counts = new long[MOST_BATCHES];
        try (SqliteStore store = SqliteStore.open(folder.resolve("data"), 0, InstantSource.system());
                Snapshot snapshot = store.snapshot()) {
            snapshot.read(
                    "edit-tool-outcome",
                    0,
                    Integer.MAX_VALUE,
                    read -> counts[Integer.parseInt(read.payload().replaceAll(".*\"m(\\d+)\".*", "$1"))] +=
                            read.events());
        }
        assertThat(stored).allSatisfy(number -> assertThat(counts[number]).isEqualTo(50));
    }

    /** 50 events that are like no others, and 50 of a kind. */
    private static Batches largeBatch(int number) {
        Batches batch = batch();
        for (int i = 0; i < 50; i++) {
            batch.event("edit-tool-outcome", TODAY, edit("m" + number, 1));
            batch.event(
                    "network-error",
                    TODAY,
                    "{\"model\":\"n" + number + 'x' + i + "\",\"provider\":\"p\",\"kind\":\"timed_out\"}");
        }
        return batch;
    }

    @Test
    void when_it_is_told_to_stop_it_answers_what_it_has_and_nothing_is_lost() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        try (CollectorProcess collector = new CollectorProcess(folder, List.of())) {
            for (int sender = 0; sender < 8; sender++) {
                running.add(senders.submit(() -> {
                    while (status(collector.batches, json(7)) == 200) {
                        accepted.incrementAndGet();
                    }
                }));
            }
            Awaitility.await().until(() -> accepted.get() > 200);
            assertThat(collector.stop()).isIn(0, 143);
            join(running);
        }
        senders.shutdown();
        assertThat(kept(7)).isEqualTo(accepted.get());
    }

    private static void join(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> one : running) {
            one.get();
        }
    }

    @Test
    void it_connects_to_nobody() throws Exception {
        Path trace = folder.resolve("trace");
        List<String> watched = List.of("strace", "-f", "-q", "-e", "trace=connect", "-o", trace.toString());
        try (CollectorProcess collector = new CollectorProcess(folder, watched)) {
            assertThat(Http.post(collector.batches, json(1)).status()).isEqualTo(200);
            assertThat(Http.get(collector.page).status()).isEqualTo(200);
            assertThat(Http.get(collector.page.resolve("/metrics")).status()).isEqualTo(200);
            collector.process.descendants().forEach(ProcessHandle::destroy);
            collector.process.waitFor();
        }
        assertThat(Files.readAllLines(trace).stream().filter(line -> line.contains("AF_INET")))
                .isEmpty();
    }
}
