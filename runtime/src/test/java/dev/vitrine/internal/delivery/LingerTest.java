package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long events wait for company, by a clock that the test sets. */
class LingerTest {
    private static final long NOW = 1_795_219_200_000L;

    @TempDir
    Path state;

    private final Custody custody = new Custody();
    private final EventQueue queue = new EventQueue(4096);
    /** When each batch left, and with how many events, as {@code time: events}. */
    private final List<String> sent = new ArrayList<>();

    private DeliveryLoop loop;
    private long now = NOW;

    @BeforeEach
    void begin() {
        loop = new Bench(state)
                .parts()
                .withTransport(() -> new Transport() {
                    @Override
                    public Outcome send(Batch batch) {
                        sent.add((now - NOW) + ": " + batch.events());
                        return new Outcome(Verdict.DELIVERED);
                    }

                    @Override
                    public void abort() {}
                })
                .assemble(custody, queue);
        // Once the first quarter of a second is over, in which nothing is sent.
        record(1);
        runTo(NOW + 300);
        assertThat(sent).containsExactly("250: 1");
        sent.clear();
    }

    private void record(int events) {
        for (int i = 0; i < events; i++) {
            queue.offer(EditToolOutcomeEmitter.type(), new EditToolOutcome("gpt-5", Outcome.APPLIED, 1));
        }
    }

    /** As the delivery thread does, which is woken by the first event alone. */
    private void runTo(long end) {
        while (now < end) {
            long pause = loop.step(now);
            if (pause > 0) {
                assertThat(pause == DeliveryLoop.IDLE || pause <= DeliveryLoop.GATE_MILLISECONDS)
                        .as("the gate is asked in time")
                        .isTrue();
                now = Math.min(end, now + Math.min(pause, DeliveryLoop.GATE_MILLISECONDS));
            }
        }
    }

    @Test
    void an_event_after_a_quiet_second_leaves_within_a_tenth_of_a_second() {
        runTo(NOW + 5_000);
        record(1);
        runTo(NOW + 5_101);
        assertThat(sent).containsExactly("5100: 1");
    }

    @Test
    void a_steady_stream_leaves_once_in_a_second() {
        runTo(NOW + 5_000);
        for (int time = 5_000; time < 8_000; time += 10) {
            record(1);
            runTo(NOW + time + 10);
        }
        runTo(NOW + 10_000);
        assertThat(sent).hasSize(4).first().isEqualTo("5100: 11");
        assertThat(sent.get(1)).startsWith("6100: ");
        assertThat(sent.get(2)).startsWith("7100: ");
        assertThat(sent.get(3)).startsWith("8100: ");
    }

    @Test
    void an_event_is_never_held_back_for_longer_than_a_second() {
        runTo(NOW + 5_000);
        record(1);
        runTo(NOW + 5_101);
        record(1);
        runTo(NOW + 6_101);
        assertThat(sent).containsExactly("5100: 1", "6100: 1");
    }

    /** It would gain nothing, and a killed process would lose it. */
    @Test
    void what_is_large_enough_alone_does_not_wait_for_a_second() {
        runTo(NOW + 5_000);
        for (int burst = 0; burst < 3; burst++) {
            record(300);
            runTo(now + 101);
        }
        assertThat(sent).hasSize(3).allMatch(batch -> batch.endsWith(": 300"));
    }

    @Test
    void nobody_needs_to_wake_the_thread_within_a_second_of_a_batch() {
        runTo(NOW + 5_000);
        record(1);
        runTo(NOW + 5_100);
        loop.step(now);
        assertThat(sent).hasSize(1);
        assertThat(loop.step(NOW + 5_101)).isEqualTo(DeliveryLoop.LOOK_MILLISECONDS);
        assertThat(loop.step(NOW + 6_099)).isEqualTo(1);
        assertThat(loop.step(NOW + 6_100)).isEqualTo(DeliveryLoop.IDLE);
    }

    @Test
    void a_clock_that_is_set_back_holds_nothing_back() {
        runTo(NOW + 5_000);
        record(1);
        runTo(NOW + 5_101);
        now = NOW - 1_000_000;
        record(1);
        runTo(now + 101);
        assertThat(sent).hasSize(2);
    }
}
