package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.internal.delivery.Recipient.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock is set by years while a program runs, ahead or back: nothing is lost, and nothing waits for years. */
class ClockTest {
    private static final long YEAR = Duration.ofDays(365).toMillis();
    /** Far below the years that it would take, far above what a busy machine needs. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path home;

    private final AtomicLong set = new AtomicLong();
    private Recipient recipient;
    private Bench bench;

    @BeforeEach
    void begin() {
        recipient = new Recipient();
        bench = new Bench(home.resolve("state")).sendingTo(recipient.endpoint());
    }

    @AfterEach
    void end() {
        recipient.close();
    }

    private Delivery open() {
        return new Delivery(bench.parts().withClock(() -> System.currentTimeMillis() + set.get()));
    }

    private void awaitDelivered(Delivery delivery, long events) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(delivery.ledger().totals().delivered())
                        .as(delivery.ledger().totals().toString())
                        .isEqualTo(events));
        assertThat(delivery.ledger().totals().lost()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {30, -30})
    void what_is_recorded_after_the_clock_was_set_arrives(long years) {
        try (Delivery delivery = open()) {
            Bench.emit(delivery, 1);
            awaitDelivered(delivery, 1);
            set.set(years * YEAR);
            Bench.emit(delivery, 2);
            awaitDelivered(delivery, 3);
            set.set(0);
            Bench.emit(delivery, 3);
            awaitDelivered(delivery, 6);
        }
    }

    /** The batch waits for company, or the run for its first quarter of a second, as the clock is set. */
    @ParameterizedTest
    @ValueSource(longs = {30, -30})
    void a_batch_that_waits_for_company_does_not_wait_for_years(long years) {
        try (Delivery delivery = open()) {
            Bench.emit(delivery, 1);
            await().atMost(SOON).until(() -> delivery.ledger().totals().recorded() == 1);
            set.set(years * YEAR);
            awaitDelivered(delivery, 1);
        }
    }

    /** What was stored a moment ago is young, whatever the clock makes of it. */
    @ParameterizedTest
    @ValueSource(longs = {30, -30})
    void a_batch_that_could_not_be_sent_is_sent_after_the_clock_was_set(long years) {
        AtomicInteger asked = new AtomicInteger();
        recipient.answering(usual -> asked.getAndIncrement() == 0 ? new Answer(503, "3600") : usual);
        try (Delivery delivery = open()) {
            Bench.emit(delivery, 4);
            await().atMost(SOON).until(() -> bench.spooledEvents() == 4 && asked.get() == 1);
            set.set(years * YEAR);
            awaitDelivered(delivery, 4);
        }
    }

    @Test
    void a_pause_that_began_years_ahead_ends_when_the_clock_is_right_again() {
        AtomicInteger asked = new AtomicInteger();
        recipient.answering(usual -> asked.getAndIncrement() == 0 ? new Answer(429, "999999999") : usual);
        set.set(30 * YEAR);
        try (Delivery delivery = open()) {
            Bench.emit(delivery, 4);
            await().atMost(SOON).until(() -> bench.spooledEvents() == 4 && asked.get() == 1);
            set.set(0);
            awaitDelivered(delivery, 4);
        }
    }

    @Test
    void what_an_audit_log_that_refused_has_held_up_years_ahead_is_sent_when_it_can_be_logged() throws Exception {
        Path log = bench.state.resolve("sent.jsonl");
        assertThat(log.toFile().mkdirs()).isTrue();
        set.set(30 * YEAR);
        try (Delivery delivery = open()) {
            Bench.emit(delivery, 4);
            await().atMost(SOON).until(() -> bench.spooled().stream().anyMatch(name -> name.claimer() == null));
            assertThat(log.toFile().delete()).isTrue();
            set.set(0);
            awaitDelivered(delivery, 4);
        }
    }
}
