package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.internal.network.RawServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one wait at the end of a run: for a second, once in an hour, and only for what has waited for an hour. */
class WaitTest {
    private static final long NOW = 1_795_219_200_000L;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @TempDir
    Path home;

    private Delivery shortRun(Bench bench, long now) {
        Delivery delivery = new Delivery(bench.parts().withClock(() -> now));
        Bench.emit(delivery, 1);
        delivery.close();
        return delivery;
    }

    @Test
    void short_runs_deliver_once_an_hour_and_never_before() {
        try (Recipient recipient = new Recipient()) {
            Bench bench = new Bench(home.resolve("state")).sendingTo(recipient.endpoint());
            shortRun(bench, NOW);
            shortRun(bench, NOW + HOUR / 2);
            assertThat(recipient.received())
                    .as("nothing has waited for an hour")
                    .isEmpty();
            shortRun(bench, NOW + HOUR + 1_000);
            assertThat(recipient.accepted()).as("all that waits goes with it").hasSize(3);
            shortRun(bench, NOW + HOUR + 2_000);
            assertThat(recipient.accepted()).hasSize(3);
        }
    }

    @Test
    void a_silent_server_holds_up_one_run_in_an_hour_by_a_second() {
        try (RawServer silent = new RawServer(connection -> {
            RawServer.readRequest(connection);
            connection.getInputStream().read();
        })) {
            Bench bench =
                    new Bench(home.resolve("state")).sendingTo(URI.create("http://127.0.0.1:" + silent.port() + "/"));
            shortRun(bench, NOW);
            Duration first = timed(() -> shortRun(bench, NOW + HOUR + 1_000));
            assertThat(first).isBetween(Duration.ofMillis(900), Duration.ofMillis(2_500));
            assertThat(silent.connections()).isEqualTo(1);
            for (int run = 2; run < 10; run++) {
                long now = NOW + HOUR + run * 1_000L;
                assertThat(timed(() -> shortRun(bench, now))).isLessThan(Duration.ofMillis(900));
            }
            assertThat(silent.connections()).isEqualTo(1);
            assertThat(bench.spooledEvents()).isEqualTo(10);
        }
    }

    private static Duration timed(Runnable run) {
        long begin = System.nanoTime();
        run.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void of_many_runs_that_end_at_once_one_has_the_turn() throws Exception {
        StateDirectory state = new StateDirectory(Files.createDirectory(home.resolve("state")));
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Thread thread = new Thread(() -> {
                try {
                    begin.await();
                } catch (InterruptedException stopped) {
                    return;
                }
                if (WaitTurn.take(state, NOW)) {
                    turns.incrementAndGet();
                }
            });
            thread.start();
            threads.add(thread);
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(turns.get()).isEqualTo(1);
        assertThat(WaitTurn.take(state, NOW + HOUR - 1))
                .as("not even in the next hour of the clock")
                .isFalse();
        assertThat(WaitTurn.take(state, NOW + HOUR)).isTrue();
        assertThat(Bench.names(state.path())).hasSize(1);
    }
}
