package dev.vitrine.collector.intake;

import static dev.vitrine.collector.Batches.batch;
import static dev.vitrine.collector.Batches.edit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.Http;
import dev.vitrine.collector.http.HttpServer;
import dev.vitrine.collector.http.RequestThreads;
import dev.vitrine.collector.operations.Traffic;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.store.Stored;
import dev.vitrine.collector.validation.BatchReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults in our own code: their operator sees them, and nobody sees what they quote. */
class FaultsTest {
    private static final String QUOTED = "a-piece-of-a-body";
    private static final int PATIENCE_SECONDS = 20;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(before);
    }

    private void assertTold() {
        assertThat(log.toString(UTF_8))
                .contains("ERROR")
                .contains(IllegalStateException.class.getName())
                .contains(FaultsTest.class.getName())
                .doesNotContain(QUOTED);
    }

    private static Store store(InvocationHandler behaviour) {
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, behaviour);
    }

    private static Http.Answer answer(Store store) throws IOException {
        try (HttpServer server = server(store)) {
            server.start();
            return answer(server, batch().event(edit("gpt-5", 1)).json());
        }
    }

    private static HttpServer server(Store store) throws IOException {
        return IntakeServer.of(
                "127.0.0.1",
                0,
                "pi",
                new BatchReader(Batches.catalogs(), Batches.CLOCK),
                store,
                new IngestKeys(null),
                new Traffic());
    }

    private static Http.Answer answer(HttpServer server, String json) throws IOException {
        return Http.post(address(server, IntakeServer.BATCHES), json);
    }

    private static URI address(HttpServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    @Test
    void a_fault_while_a_batch_is_taken_is_answered_and_told_without_its_words() throws IOException {
        Http.Answer answer = answer(store((proxy, method, arguments) -> {
            throw new IllegalStateException(QUOTED);
        }));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"error\":\"this is the collector's fault\"}");
        assertTold();
    }

    @Test
    void a_fault_after_a_batch_was_stored_is_answered_and_told_too() throws IOException {
        Http.Answer answer = answer(store((proxy, method, arguments) -> new CompletableFuture<Object>() {
            @Override
            public <U> CompletableFuture<U> handle(BiFunction<? super Object, Throwable, ? extends U> then) {
                return failedFuture(new IllegalStateException(QUOTED));
            }
        }));
        assertThat(answer.status()).isEqualTo(500);
        assertTold();
    }

    @Test
    void a_fault_while_health_is_asked_for_is_answered_and_told() throws IOException {
        try (HttpServer server = server(store((proxy, method, arguments) -> {
            throw new IllegalStateException(QUOTED);
        }))) {
            server.start();
            assertThat(Http.get(address(server, "/health")).status()).isEqualTo(500);
        }
        assertTold();
    }

    @Test
    void a_disk_that_does_not_answer_holds_up_who_asks_for_health_and_nobody_who_sends_a_batch() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        Store store = store((proxy, method, arguments) -> {
            if (method.getName().equals("isWell")) {
                asked.countDown();
                return answers.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            return CompletableFuture.completedFuture(Stored.COUNTED);
        });
        try (HttpServer server = server(store)) {
            server.start();
            CompletableFuture<Integer> health = CompletableFuture.supplyAsync(() -> health(server));
            assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 20; i++) {
                assertThat(answer(server, batch().event(edit("gpt-5", 1)).json())
                                .status())
                        .isEqualTo(200);
            }
            assertThat(health(server)).isEqualTo(200);
            Awaitility.await().until(() -> health(server) == 503);
            assertThat(health).isNotDone();
            answers.countDown();
            assertThat(health.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
        }
    }

    @Test
    void no_request_of_a_stranger_can_block_so_that_none_is_handed_to_another_thread() throws IOException {
        assertThat(IntakeServer.handler(
                                "pi",
                                new BatchReader(Batches.catalogs(), Batches.CLOCK),
                                store((proxy, method, arguments) -> null),
                                new IngestKeys(null),
                                new Traffic(),
                                new RequestThreads("unused"))
                        .getInvocationType())
                .isEqualTo(InvocationType.NON_BLOCKING);
    }

    private static int health(HttpServer server) {
        try {
            return Http.get(address(server, "/health")).status();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_fault_that_a_handler_throws_is_answered_with_nothing_and_told() throws IOException {
        try (HttpServer server = new HttpServer("faulty", "127.0.0.1", 0, new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                throw new IllegalStateException(QUOTED);
            }
        })) {
            server.start();
            Http.Answer answer = answer(server, "{}");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
        }
        assertTold();
    }
}
