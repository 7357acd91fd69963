package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.RangeField;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The code of a record runs in the middle of an event, on the thread that encodes it, and may do anything: end the
 * analytics, say no and yes, throw what is no exception.
 */
class ReentranceTest {
    @TempDir
    Path home;

    private Recipient recipient;
    private Bench bench;
    private Delivery delivery;

    @BeforeEach
    void begin() {
        recipient = new Recipient();
        bench = new Bench(home.resolve("state")).sendingTo(recipient.endpoint());
        delivery = bench.open();
    }

    @AfterEach
    void end() {
        delivery.close();
        recipient.close();
    }

    private record Event(int number, Runnable code) {}

    private static final class EventType extends ExperimentType<Event> {
        private static final EventType INSTANCE = new EventType();
        private final RangeField before = payload.range("before", 0, 9);
        private final RangeField after = payload.range("after", 0, 9);

        EventType() {
            super("event", "event", "?", 100_000);
        }

        @Override
        protected void write(Event event, PayloadWriter out) {
            out.write(before, event.number());
            event.code().run();
            out.write(after, event.number());
        }
    }

    private void record(int number, Runnable code) {
        delivery.offer(EventType.INSTANCE, new Event(number, code));
    }

    /** The numbers of the events that came, each of them whole. */
    private List<Integer> received() {
        List<Integer> numbers = new ArrayList<>();
        for (String body : recipient.accepted()) {
            for (JsonNode event : JsonMapper.shared().readTree(body).get("events")) {
                JsonNode payload = event.get("payload");
                assertThat(payload.get("before")).isEqualTo(payload.get("after"));
                numbers.add(payload.get("before").intValue());
            }
        }
        return numbers;
    }

    private boolean isOver() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("vitrine-delivery"));
    }

    @Test
    void what_is_closed_in_the_middle_of_an_event_is_stored_whole_and_sent_by_the_next_run() {
        CountDownLatch offered = new CountDownLatch(1);
        record(1, () -> {
            try {
                offered.await();
            } catch (InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        record(2, () -> delivery.close());
        record(3, () -> {});
        offered.countDown();
        await().until(this::isOver);

        assertThat(bench.totals().allLost()).isZero();
        delivery = bench.open();
        record(4, () -> {});
        await().untilAsserted(() -> assertThat(received()).containsExactlyInAnyOrder(1, 2, 3, 4));
    }

    @Test
    void what_is_withdrawn_in_the_middle_of_an_event_takes_that_event_along() {
        record(1, () -> {});
        record(2, () -> delivery.withdraw());
        await().until(() -> delivery.ledger().totals().recorded() == 2);
        record(4, () -> {});

        await().untilAsserted(() -> assertThat(received()).containsExactly(4));
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.WITHDRAWN, 2L);
    }

    @Test
    void an_error_at_the_end_costs_its_event_alone_and_no_processor_time_ever_after() {
        record(1, () -> {
            throw new ServiceConfigurationError("not an exception");
        });
        for (int i = 2; i < 7; i++) {
            record(i, () -> {});
        }
        delivery.close();
        await().atMost(Duration.ofSeconds(5)).until(this::isOver);

        assertThat(bench.totals().recorded()).isEqualTo(6);
        assertThat(bench.totals().lost()).containsEntry(LossReason.INVALID, 1L);
        assertThat(bench.spooledEvents()).isEqualTo(5);
    }

    @Test
    void what_is_on_its_way_when_the_user_says_no_does_not_leave_although_a_yes_follows() throws Exception {
        List<Batch> batches = new ArrayList<>();
        Delivery waiting = new Delivery(bench.parts().withTransport(() -> new Transport() {
            @Override
            public Outcome send(Batch batch) {
                delivery.withdraw();
                batches.add(batch);
                return new Outcome(batch.isWithdrawn() ? Verdict.WITHHELD : Verdict.DELIVERED);
            }

            @Override
            public void abort() {}
        }));
        delivery.close();
        delivery = waiting;
        Bench.emit(waiting, 3);

        await().until(() -> waiting.ledger().totals().allLost() == 3);
        assertThat(batches).singleElement().matches(Batch::isWithdrawn);
        assertThat(waiting.ledger().totals().delivered()).isZero();
        assertThat(waiting.ledger().totals().lost()).containsEntry(LossReason.WITHDRAWN, 3L);
    }
}
