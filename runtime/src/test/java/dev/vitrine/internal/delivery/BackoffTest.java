package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.fixture.ShellStarted;
import dev.vitrine.fixture.ShellStartedEmitter;
import dev.vitrine.internal.delivery.Transport.Outcome;
import dev.vitrine.internal.delivery.Transport.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {
    private static final long NOW = 1_795_219_200_000L;

    @TempDir
    Path state;

    private Backoff backoff(double random) {
        return new Backoff(new StateDirectory(state), Claimer.ofThisProcess(), () -> random);
    }

    @Test
    void doubles_the_longest_pause_with_each_failure_up_to_48_hours() {
        Backoff backoff = backoff(0.999999);
        long before = 0;
        for (int failure = 1; failure <= 40; failure++) {
            backoff.failed(NOW, 0);
            long pause = backoff.remaining(NOW);
            long ceiling = Math.min(Duration.ofHours(48).toMillis(), 2_000L << Math.min(40, failure - 1));
            assertThat(pause).isBetween((long) (ceiling * 0.99), ceiling).isGreaterThanOrEqualTo(before);
            before = pause;
        }
    }

    @Test
    void takes_a_random_part_of_it_down_to_nothing() {
        Backoff backoff = backoff(0);
        backoff.failed(NOW, 0);
        backoff.failed(NOW, 0);
        assertThat(backoff.remaining(NOW)).isZero();
    }

    @Test
    void what_one_process_is_told_holds_for_all() {
        backoff(0.5).failed(NOW, 120_000);
        assertThat(backoff(0.5).remaining(NOW)).isEqualTo(120_000);
        assertThat(backoff(0.5).remaining(NOW + 119_999)).isEqualTo(1);
        assertThat(backoff(0.5).remaining(NOW + 120_000)).isZero();
    }

    @Test
    void a_success_anywhere_ends_it_everywhere() {
        Backoff one = backoff(0.5);
        one.failed(NOW, 120_000);
        backoff(0.5).succeeded();
        assertThat(one.remaining(NOW)).isZero();
    }

    /** A process that is killed while it asks has asked once, and not for nothing. */
    @Test
    void while_the_recipient_is_away_an_attempt_keeps_all_others_from_asking_at_once() {
        backoff(0.5).failed(NOW, 60_000);
        backoff(0.5).attempt(NOW + 60_000);
        assertThat(backoff(0.5).remaining(NOW + 60_000)).isEqualTo(1_000);
    }

    @Test
    void an_attempt_that_the_end_of_the_run_breaks_off_has_failed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        EventQueue queue = new EventQueue(64);
        Custody custody = new Custody();
        DeliveryLoop loop = new Bench(state)
                .parts()
                .withRandom(() -> 0.5)
                .withTransport(() -> new Transport() {
                    @Override
                    public Outcome send(Batch batch) {
                        asked.countDown();
                        try {
                            over.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        return new Outcome(Verdict.LATER);
                    }

                    @Override
                    public void abort() {}
                })
                .assemble(custody, queue);
        queue.offer(ShellStartedEmitter.type(), new ShellStarted());
        loop.hurry();
        Thread thread = new Thread(() -> loop.step(NOW));
        thread.start();
        asked.await();
        loop.end();
        custody.enter();
        loop.settle(NOW);
        custody.leave();
        assertThat(backoff(0.5).remaining(NOW)).isEqualTo(1_000);
        over.countDown();
        thread.join();
        assertThat(backoff(0.5).remaining(NOW)).as("and is counted once").isEqualTo(1_000);
    }

    @Test
    void nobody_is_kept_away_for_longer_than_48_hours_by_a_huge_retry_after() {
        Backoff backoff = backoff(0.5);
        backoff.failed(NOW, Long.MAX_VALUE);
        assertThat(backoff.remaining(NOW)).isEqualTo(Duration.ofHours(48).toMillis());
    }

    @Test
    void a_clock_that_was_years_ahead_keeps_nobody_away() {
        backoff(0.5).failed(NOW + Duration.ofDays(3650).toMillis(), 120_000);
        assertThat(backoff(0.5).remaining(NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "1 ", "-1 5", "1 99999999999999999999", "\u0000\u0000\u0000", "0 9 9"})
    void a_damaged_file_is_as_good_as_none(String text) throws Exception {
        Files.writeString(state.resolve("retry"), text);
        assertThat(backoff(0.5).remaining(NOW)).isZero();
        backoff(0.5).failed(NOW, 60_000);
        assertThat(backoff(0.5).remaining(NOW)).isEqualTo(60_000);
    }

    @Test
    void a_disk_that_refuses_does_not_make_it_forget() throws Exception {
        Files.createDirectories(state.resolve("retry/full"));
        Backoff backoff = backoff(0.5);
        backoff.failed(NOW, 60_000);
        assertThat(backoff.remaining(NOW)).isEqualTo(60_000);
    }

    /**
     * Failure 27: a blocked host was asked every 5 s. Short runs that wait a second at their end, once an hour, and long
     * ones that could try all the time; nobody ever answers.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ten_thousand_runs_in_a_month_before_a_black_hole_make_at_most_60_connections(long seed) {
        Random random = new Random(seed);
        AtomicInteger connections = new AtomicInteger();
        AtomicLong time = new AtomicLong(NOW);
        Bench bench = new Bench(state);
        int runs = Torture.count(500, 10_000);
        long pause = Duration.ofDays(30).toMillis() / runs;
        for (int run = 0; run < runs; run++) {
            EventQueue queue = new EventQueue(64);
            DeliveryParts parts = bench.parts()
                    .withClock(time::get)
                    .withRandom(random::nextDouble)
                    .withTransport(() -> new BlackHole(connections));
            DeliveryLoop loop = parts.assemble(new Custody(), queue);
            queue.offer(ShellStartedEmitter.type(), new ShellStarted());
            loop.step(time.get());
            boolean isLong = random.nextInt(10) == 0;
            // A long run gives its loop every chance until the next run begins; a short one only its end.
            for (int chance = 0; isLong && chance < 20; chance++) {
                time.addAndGet(pause / 20);
                loop.step(time.get());
            }
            if (loop.storeTail(time.get())) {
                loop.hurry();
                loop.step(time.get());
            }
            loop.end();
            loop.settle(time.get());
            parts.leave();
            time.addAndGet(isLong ? 0 : pause);
        }
        assertThat(connections.get()).isBetween(5, 60);
        assertThat(bench.spooled().size()).isLessThanOrEqualTo(Spool.MOST_FILES);
        Totals totals = bench.totals();
        assertThat(totals.recorded()).isEqualTo(runs);
        assertThat(totals.delivered() + totals.allLost() + bench.spooledEvents())
                .isEqualTo(runs);
    }

    private record BlackHole(AtomicInteger connections) implements Transport {
        @Override
        public Outcome send(Batch batch) {
            connections.incrementAndGet();
            return new Outcome(Verdict.LATER);
        }

        @Override
        public void abort() {}
    }
}
