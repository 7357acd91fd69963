package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.EditToolOutcomeEmitter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory that batches are written to, stored, sent and logged from: it is used again, which must spare garbage, and must
 * not change a byte of what is on its way.
 */
class BatchMemoryTest {
    private static final long NOW = 1_795_219_200_000L;
    private static final int BATCHES = 40;
    /** What a batch leaves behind for the collector: a file, a connection, a line of the log, and the counts twice. */
    private static final long MOST_BYTES = 20 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Custody custody = new Custody();
    private final EventQueue queue = new EventQueue(4096);

    @TempDir
    Path state;

    private void record(int events, int attempts) {
        for (int i = 0; i < events; i++) {
            queue.offer(EditToolOutcomeEmitter.type(), new EditToolOutcome("gpt-5", Outcome.APPLIED, attempts));
        }
    }

    /** How many bytes the delivery allocates for each batch of so many events, once all that is made once is made. */
    private long bytesPerBatch(DeliveryLoop loop, Recipient recipient, int events) {
        long allocated = 0;
        for (int i = 0; i < 2 * BATCHES; i++) {
            int arrived = recipient.accepted().size();
            record(events, 1 + i % 20);
            // A second later each time; what is recorded is collected, and then sent at the end of its linger.
            long now = NOW + 10_000L * (events + 1) + i * 1_000L;
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            loop.step(now);
            loop.step(now + 250);
            loop.step(now + 250);
            long used = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(recipient.accepted()).hasSize(arrived + 1);
            allocated += i < BATCHES ? 0 : used;
        }
        return allocated / BATCHES;
    }

    @Test
    void a_large_batch_leaves_no_more_garbage_than_a_small_one(TestReporter reporter) {
        try (Recipient recipient = new Recipient()) {
            DeliveryLoop loop =
                    new Bench(state).sendingTo(recipient.endpoint()).parts().assemble(custody, queue);
            long small = bytesPerBatch(loop, recipient, 1);
            long large = bytesPerBatch(loop, recipient, 200);
            reporter.publishEntry("bytes for a batch of 1 and of 200", small + " and " + large);
            int body = recipient.accepted().get(2 * BATCHES).length();
            assertThat(body).isGreaterThan(20_000);
            assertThat(large).isLessThan(MOST_BYTES);
            assertThat(large - small).as("not one copy of the body").isLessThan(body / 4);
        }
    }

    /** The end of a run stores what is queued while the delivery thread still sends. */
    @Test
    void what_is_on_its_way_does_not_change_while_the_next_batches_are_stored() {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        DeliveryLoop[] loop = new DeliveryLoop[1];
        AtomicBoolean busy = new AtomicBoolean();
        loop[0] = new Bench(state)
                .parts()
                .withTransport(() -> new Transport() {
                    @Override
                    public Outcome send(Batch batch) {
                        before.add(new String(batch.body(), StandardCharsets.UTF_8));
                        if (!busy.getAndSet(true)) {
                            for (int attempts = 2; attempts < 6; attempts++) {
                                record(10, attempts);
                                custody.enter();
                                loop[0].storeTail(NOW + 250 + attempts);
                                custody.leave();
                            }
                        }
                        after.add(new String(batch.body(), StandardCharsets.UTF_8));
                        return new Outcome(Verdict.LATER);
                    }

                    @Override
                    public void abort() {}
                })
                .withRandom(() -> 0)
                .assemble(custody, queue);
        record(10, 1);
        loop[0].step(NOW);
        loop[0].step(NOW + 250);
        assertThat(after).hasSize(1).isEqualTo(before);
        assertThat(before.get(0)).contains("\"attempts\":1").doesNotContain("\"attempts\":2");
        // What came back, and what was stored meanwhile, each with its own events.
        List<String> waiting = DeliveryState.waiting(state);
        assertThat(waiting).hasSize(5).contains(before.get(0));
        for (int attempts = 1; attempts < 6; attempts++) {
            String own = "\"attempts\":" + attempts;
            assertThat(waiting.stream().filter(body -> body.contains(own))).hasSize(1);
        }
    }
}
