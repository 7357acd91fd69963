package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.AllowedValues;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.binding.PseudonymField;
import dev.vitrine.binding.RangeField;
import dev.vitrine.binding.SourcedField;
import dev.vitrine.internal.consent.TestPermits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code of the application's, a list of names or a record, runs for as long as it likes, also when the run ends: then the end
 * waits for a moment, what is whole is stored, and the rest is counted.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeldUpTest {
    @TempDir
    Path home;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private Bench bench;
    private Delivery delivery;

    @BeforeEach
    void begin() {
        bench = new Bench(home.resolve("state"));
        delivery = bench.open();
    }

    @AfterEach
    void end() {
        released.countDown();
        delivery.close();
    }

    /** Has a name out of a list that is there when it is released, and not before. */
    private record Named(String name) {}

    private final class NamedType extends ExperimentType<Named> {
        private final SourcedField name = payload.oneOf("name", () -> new SlowNames(), 10);

        NamedType() {
            super("named", "named", "?", 100_000);
        }

        @Override
        protected void write(Named event, PayloadWriter out) {
            out.write(name, event.name());
        }
    }

    private final class SlowNames implements AllowedValues {
        @Override
        public Set<String> values() {
            holdUp();
            return Set.of("gpt-5");
        }
    }

    private record Plain(int number) {}

    private static final class PlainType extends ExperimentType<Plain> {
        private static final PlainType INSTANCE = new PlainType();
        private final RangeField number = payload.range("number", 0, 9);

        PlainType() {
            super("plain", "plain", "?", 100_000);
        }

        @Override
        protected void write(Plain event, PayloadWriter out) {
            out.write(number, event.number());
        }
    }

    private void holdUp() {
        thread.set(Thread.currentThread());
        begun.countDown();
        boolean waited = false;
        while (!waited) {
            try {
                waited = released.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException notAWish) {
                // Code that is in no hurry looks at no interrupt.
            }
        }
    }

    private void recordPlain(int count) {
        for (int i = 0; i < count; i++) {
            delivery.offer(PlainType.INSTANCE, new Plain(i % 10));
        }
    }

    private void recordNamed() {
        delivery.offer(new NamedType(), new Named("gpt-5"));
    }

    private static void awaitNoThread() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(any -> any.getName().startsWith("vitrine-")));
    }

    private void assertThatNothingIsUncounted(int recorded, int stored) {
        Totals totals = bench.totals();
        assertThat(totals.recorded()).isEqualTo(recorded);
        assertThat(bench.spooledEvents()).isEqualTo(stored);
        assertThat(totals.lost()).containsOnlyKeys(LossReason.HELD_UP);
        assertThat(totals.lost()).containsEntry(LossReason.HELD_UP, (long) recorded - stored);
    }

    @Test
    void what_was_encoded_before_a_list_of_names_that_takes_for_ever_is_stored_and_what_comes_behind_it_is_counted()
            throws Exception {
        recordPlain(5);
        await().until(() -> delivery.ledger().totals().recorded() == 5);
        recordNamed();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        recordPlain(7);

        delivery.close();

        assertThatNothingIsUncounted(13, 5);
    }

    @Test
    void a_run_that_ends_with_its_first_event_does_not_run_the_applications_code_on_the_thread_that_closes()
            throws Exception {
        recordNamed();
        recordPlain(3);

        delivery.close();

        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(thread.get()).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
        assertThatNothingIsUncounted(4, 0);
    }

    @Test
    void what_the_application_lets_go_after_the_end_is_neither_sent_nor_counted_again() throws Exception {
        recordPlain(2);
        recordNamed();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        delivery.close();
        Totals before = bench.totals();
        int stored = bench.spooledEvents();

        released.countDown();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(any -> any.getName().startsWith("vitrine-")));
        recordPlain(1);

        assertThat(bench.totals()).usingRecursiveComparison().isEqualTo(before);
        assertThat(bench.spooledEvents()).isEqualTo(stored);
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.AFTER_CLOSE, 1L);
    }

    @Test
    void what_the_thread_that_stores_the_tail_gets_back_after_the_end_is_not_stored_again() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch aborted = new CountDownLatch(1);
        Delivery busy = new Delivery(bench.parts().withTransport(() -> new Transport() {
            @Override
            public Outcome send(Batch batch) {
                sending.countDown();
                try {
                    aborted.await();
                } catch (InterruptedException unexpected) {
                    throw new AssertionError(unexpected);
                }
                return new Outcome(Verdict.LATER);
            }

            @Override
            public void abort() {
                aborted.countDown();
            }
        }));
        delivery.close();
        delivery = busy;
        recordPlain(1);
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();
        recordPlain(2);
        recordNamed();

        delivery.close();
        assertThat(thread.get().getName()).isEqualTo("vitrine-tail");
        released.countDown();
        awaitNoThread();

        assertThatNothingIsUncounted(4, 3);
    }

    @Test
    void what_is_whole_is_counted_as_withdrawn_and_not_stored_when_consent_is_gone_by_then() throws Exception {
        recordPlain(2);
        recordNamed();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        bench.permit = null;

        delivery.close();

        assertThat(bench.spooledEvents()).isZero();
        assertThat(bench.totals().lost())
                .containsEntry(LossReason.WITHDRAWN, 2L)
                .containsEntry(LossReason.HELD_UP, 1L);
    }

    @Test
    void what_is_whole_goes_to_the_users_own_log_when_it_was_recorded_for_that_alone() throws Exception {
        delivery.close();
        bench.permit = null;
        bench.logFile = home.resolve("log");
        delivery = bench.open();
        recordPlain(2);
        recordNamed();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        delivery.close();

        assertThat(Files.readString(bench.logFile)).contains("\"plain\"").doesNotContain("\"named\"");
        assertThat(delivery.ledger().totals().lost())
                .containsEntry(LossReason.ONLY_LOGGED, 2L)
                .containsEntry(LossReason.HELD_UP, 1L);
    }

    @Test
    void a_store_of_decisions_that_never_answers_costs_what_it_would_have_had_to_allow_and_the_end_a_second() {
        Delivery asking = new Delivery(bench.parts(() -> {
            holdUp();
            return TestPermits.anonymous();
        }));
        delivery.close();
        delivery = asking;
        recordPlain(3);
        await().until(() -> begun.getCount() == 0);
        recordPlain(4);

        delivery.close();

        assertThat(delivery.ledger().totals().recorded()).isEqualTo(7);
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.HELD_UP, 7L);
        assertThat(bench.spooledEvents()).isZero();
    }

    /** Has the code that is given run while it is encoded. */
    private static final class CodeType extends ExperimentType<Plain> {
        private final RangeField number = payload.range("number", 0, 9);
        private final Runnable code;

        CodeType(Runnable code) {
            super("code", "code", "?", 100_000);
            this.code = code;
        }

        @Override
        protected void write(Plain event, PayloadWriter out) {
            code.run();
            out.write(number, event.number());
        }
    }

    private void assertBalanced(int recorded) {
        Totals totals = bench.totals();
        assertThat(totals.recorded()).as(totals.toString()).isEqualTo(recorded);
        assertThat(totals.delivered() + totals.allLost() + bench.spooledEvents())
                .as(totals.toString())
                .isEqualTo(recorded);
    }

    private Delivery reopened(DeliveryParts parts) {
        delivery.close();
        delivery = new Delivery(parts);
        return delivery;
    }

    @Test
    void what_comes_back_at_the_very_moment_of_the_end_is_counted_once() throws Exception {
        AtomicReference<Thread> closer = new AtomicReference<>();
        Delivery asked = reopened(bench.parts().withClock(() -> {
            // The closing thread asks for the time when it has taken everything, and before it looks at what that is.
            if (Thread.currentThread() == closer.get()) {
                released.countDown();
                await().until(() -> thread.get().getState() == Thread.State.TERMINATED
                        || thread.get().getState() == Thread.State.TIMED_WAITING
                        || thread.get().getState() == Thread.State.WAITING);
            }
            return System.currentTimeMillis();
        }));
        recordPlain(5);
        await().until(() -> asked.ledger().totals().recorded() == 5);
        asked.offer(new CodeType(this::holdUp), new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        closer.set(Thread.currentThread());

        asked.close();

        assertThatNothingIsUncounted(6, 5);
    }

    @Test
    void a_store_of_decisions_that_waits_for_what_the_record_waits_for_does_not_hold_up_the_end() throws Exception {
        Object settings = new Object();
        Delivery asking = reopened(bench.parts(() -> {
            synchronized (settings) {
                return TestPermits.anonymous();
            }
        }));
        recordPlain(5);
        await().until(() -> asking.ledger().totals().recorded() == 5);
        Thread exit = new Thread(asking::close);
        synchronized (settings) {
            asking.offer(
                    new CodeType(() -> {
                        begun.countDown();
                        synchronized (settings) {
                            thread.set(Thread.currentThread());
                        }
                    }),
                    new Plain(1));
            // As System.exit does in such a block.
            exit.start();
            exit.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(exit.isAlive()).isFalse();
        }
        Totals totals = asking.ledger().totals();
        assertThat(totals.recorded()).isEqualTo(6);
        assertThat(totals.allLost() + bench.spooledEvents()).isEqualTo(6);
    }

    @Test
    void code_that_begins_when_the_second_is_over_is_not_waited_for_either() {
        Runnable heldUpAtTheEnd = () -> {
            if (Thread.currentThread().getName().equals("vitrine-tail")) {
                holdUp();
            }
        };
        Delivery slow = reopened(bench.parts().withClock(() -> {
            if (Thread.currentThread().getName().equals("vitrine-tail")) {
                // A disk that is slow for longer than the end waits.
                await().pollDelay(Duration.ofMillis(1_200)).until(() -> true);
            }
            return System.currentTimeMillis();
        }));
        recordPlain(5);
        await().until(() -> slow.ledger().totals().recorded() == 5);
        CodeType code = new CodeType(heldUpAtTheEnd);
        for (int i = 0; i < 7; i++) {
            slow.offer(code, new Plain(i));
        }

        slow.close();

        assertBalanced(12);
    }

    @Test
    void a_record_that_closes_and_goes_on_loses_nothing_uncounted_when_the_jvm_ends() throws Exception {
        Delivery open = delivery;
        recordPlain(5);
        await().until(() -> open.ledger().totals().recorded() == 5);
        open.offer(
                new CodeType(() -> {
                    open.close();
                    holdUp();
                }),
                new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        recordPlain(3);

        playTheHook(open);

        assertBalanced(9);
    }

    @RepeatedTest(10)
    void a_record_that_closes_and_returns_loses_nothing_when_the_jvm_ends_at_once() throws Exception {
        Delivery open = delivery;
        recordPlain(50);
        open.offer(
                new CodeType(() -> {
                    open.close();
                    begun.countDown();
                }),
                new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        playTheHook(open);

        assertBalanced(51);
        assertThat(bench.totals().lost()).isEmpty();
    }

    /** What the JVM does with the hook when it ends. */
    private static void playTheHook(Delivery open) throws InterruptedException {
        Thread hook = new Thread(open);
        hook.start();
        hook.join();
    }

    @Test
    void a_no_that_comes_while_a_record_is_held_up_empties_the_spool_at_the_end() throws Exception {
        recordPlain(4);
        delivery.close();
        assertThat(bench.spooledEvents()).isEqualTo(4);
        delivery = bench.open();
        recordPlain(2);
        delivery.offer(new CodeType(this::holdUp), new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        bench.permit = null;
        delivery.withdraw();

        delivery.close();

        assertThat(bench.spooledEvents()).isZero();
        assertBalanced(7);
    }

    @Test
    void what_is_forgotten_while_a_record_is_held_up_does_not_come_back_at_the_end() throws Exception {
        recordPlain(4);
        await().until(() -> bench.totals().recorded() == 4);
        delivery.offer(new CodeType(this::holdUp), new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        bench.permit = null;
        delivery.withdraw();
        DeliveryState.forget(bench.state);

        delivery.close();

        assertThat(bench.totals().recorded()).isZero();
        assertThat(bench.totals().lost()).isEmpty();
    }

    @Test
    void an_error_of_the_gate_before_it_hangs_is_counted_once() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        AtomicBoolean silent = new AtomicBoolean();
        Delivery asking = reopened(bench.parts(() -> {
            if (silent.get()) {
                holdUp();
            }
            // While the fourth event begins a batch, and at no other time.
            if (broken.get() && delivery.ledger().totals().recorded() == 4) {
                throw new OutOfMemoryError("not really");
            }
            return TestPermits.anonymous();
        }));
        recordPlain(3);
        await().until(() -> bench.spooledEvents() == 3 && bench.totals().recorded() == 3);
        broken.set(true);
        recordPlain(1);
        await().until(() -> asking.ledger().totals().lost().containsKey(LossReason.FAULT));
        silent.set(true);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        asking.close();

        assertBalanced(4);
    }

    @Test
    void a_no_of_a_record_that_then_hangs_empties_the_spool_at_the_end() throws Exception {
        recordPlain(4);
        delivery.close();
        assertThat(bench.spooledEvents()).isEqualTo(4);
        delivery = bench.open();
        Delivery open = delivery;
        open.offer(
                new CodeType(() -> {
                    bench.permit = null;
                    open.withdraw();
                    holdUp();
                }),
                new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        open.close();

        assertThat(bench.spooledEvents()).isZero();
        assertBalanced(5);
    }

    @Test
    void what_was_queued_before_a_no_is_not_sent_under_the_next_yes_though_it_makes_a_whole_batch() throws Exception {
        List<Batch> sent = new CopyOnWriteArrayList<>();
        Delivery open = reopened(bench.parts().withTransport(() -> new Transport() {
            @Override
            public Outcome send(Batch batch) {
                sent.add(batch);
                return new Outcome(Verdict.DELIVERED);
            }

            @Override
            public void abort() {}
        }));
        recordPlain(1);
        await().until(() -> sent.size() == 1);
        open.offer(
                new CodeType(() -> {
                    holdUp();
                    throw new IllegalStateException("invalid");
                }),
                new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        recordPlain(2_500);
        bench.permit = null;
        open.withdraw();
        bench.permit = TestPermits.identified("6ba7b810-9dad-11d1-80b4-00c04fd430c8", null);
        released.countDown();
        await().until(() -> open.ledger().totals().recorded() == 2_502);

        open.close();

        assertThat(sent).hasSize(1);
        assertThat(open.ledger().totals().lost())
                .containsEntry(LossReason.WITHDRAWN, 2_500L)
                .containsEntry(LossReason.INVALID, 1L);
    }

    @Test
    void a_store_of_decisions_that_takes_more_than_half_a_second_for_each_answer_costs_nothing() {
        Delivery asking = reopened(bench.parts(() -> {
            await().pollDelay(Duration.ofMillis(600)).until(() -> true);
            return TestPermits.anonymous();
        }));
        recordPlain(5);

        asking.close();

        assertThat(asking.ledger().totals().lost()).isEmpty();
        assertThat(bench.spooledEvents()).isEqualTo(5);
    }

    @Test
    void a_store_of_decisions_that_hangs_when_a_batch_comes_back_that_no_disk_has_costs_what_it_holds()
            throws Exception {
        AtomicBoolean sent = new AtomicBoolean();
        Delivery asking = reopened(bench.parts(() -> {
                    if (sent.get()) {
                        holdUp();
                    }
                    return TestPermits.anonymous();
                })
                .withTransport(() -> new Transport() {
                    @Override
                    public Outcome send(Batch batch) {
                        sent.set(true);
                        return new Outcome(Verdict.LATER);
                    }

                    @Override
                    public void abort() {}
                }));
        Files.createDirectories(bench.state);
        Files.writeString(bench.state.resolve(Spool.DIRECTORY), "in the way");
        recordPlain(3);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        recordPlain(2);

        playTheHook(asking);

        assertThat(asking.ledger().totals().recorded()).isEqualTo(5);
        assertThat(asking.ledger().totals().allLost()).isEqualTo(5);
    }

    /** Has a pseudonym, and code that runs before it is written. */
    private static final class SecretType extends ExperimentType<Plain> {
        private final PseudonymField secret = payload.pseudonym("secret");
        private final Runnable code;

        SecretType(Runnable code) {
            super("secret", "secret", "?", 100_000);
            this.code = code;
        }

        @Override
        protected void write(Plain event, PayloadWriter out) {
            code.run();
            out.write(secret, "x");
        }
    }

    @Test
    void the_salt_is_not_made_again_when_a_record_comes_back_after_everything_was_forgotten() throws Exception {
        bench.permit = TestPermits.identified("6ba7b810-9dad-11d1-80b4-00c04fd430c8", null);
        delivery.offer(new SecretType(this::holdUp), new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        bench.permit = null;
        delivery.withdraw();
        DeliveryState.forget(bench.state);
        released.countDown();
        await().until(() -> delivery.ledger().totals().allLost() == 1);

        delivery.close();

        assertThat(bench.state.resolve(PseudonymSalt.FILE)).doesNotExist();
    }

    @Test
    void an_error_while_the_hook_takes_over_is_not_printed() throws Exception {
        AtomicReference<Thread> hook = new AtomicReference<>();
        Delivery open = reopened(bench.parts().withClock(() -> {
            if (Thread.currentThread() == hook.get()) {
                throw new NoClassDefFoundError("the jar was replaced");
            }
            return System.currentTimeMillis();
        }));
        open.offer(
                new CodeType(() -> {
                    open.close();
                    holdUp();
                }),
                new Plain(1));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        hook.set(new Thread(open));
        hook.get().setUncaughtExceptionHandler((ignored, thrown) -> uncaught.add(thrown));
        hook.get().start();
        hook.get().join();

        assertThat(uncaught).isEmpty();
    }

    @Test
    void what_is_on_its_way_is_not_written_any_more_after_a_no_though_a_record_holds_everything_else_up()
            throws Exception {
        AtomicReference<Batch> underway = new AtomicReference<>();
        CountDownLatch aborted = new CountDownLatch(1);
        Delivery open = reopened(bench.parts().withTransport(() -> new Transport() {
            @Override
            public Outcome send(Batch batch) {
                underway.set(batch);
                try {
                    aborted.await();
                } catch (InterruptedException unexpected) {
                    throw new AssertionError(unexpected);
                }
                return new Outcome(Verdict.LATER);
            }

            @Override
            public void abort() {
                aborted.countDown();
            }
        }));
        recordPlain(1);
        await().until(() -> underway.get() != null);
        open.offer(new CodeType(this::holdUp), new Plain(1));
        Thread closing = new Thread(open::close);
        closing.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        bench.permit = null;

        open.withdraw();

        assertThat(underway.get().isWithdrawn()).isTrue();
        closing.join();
    }
}
