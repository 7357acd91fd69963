package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vitrine.binding.BooleanField;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.internal.delivery.Recipient.Answer;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong: the caller notices nothing, and each event is counted once. */
class FaultTest {
    @TempDir
    Path home;

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

    /** Emitted = delivered + every reason + waiting in the spool. */
    private void assertExact(Delivery delivery, long emitted) {
        Totals totals = delivery.ledger().totals();
        assertThat(totals.recorded()).as(totals.toString()).isEqualTo(emitted);
        assertThat(totals.delivered() + totals.allLost() + bench.spooledEvents())
                .as(totals.toString())
                .isEqualTo(emitted);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 302, 400, 404, 408, 413, 425, 429, 500, 503})
    void each_event_is_counted_once_whatever_the_server_answers(int status) {
        recipient.answering(status);
        Delivery delivery = bench.open();
        Bench.emit(delivery, 7);
        await().until(() -> !recipient.received().isEmpty());
        delivery.close();
        await().untilAsserted(() -> assertExact(delivery, 7));
        boolean refused = List.of(400, 404, 413).contains(status);
        assertThat(delivery.ledger().totals().lost()).isEqualTo(refused ? Map.of(LossReason.REFUSED, 7L) : Map.of());
    }

    @Test
    void what_a_failed_attempt_has_put_back_is_sent_with_what_the_runs_before_have_left() {
        bench.sendingTo(Bench.NOWHERE);
        for (int run = 0; run < 3; run++) {
            try (Delivery delivery = bench.open()) {
                Bench.emit(delivery, run + 1);
            }
        }
        AtomicInteger asked = new AtomicInteger();
        recipient.answering(usual -> asked.getAndIncrement() == 0 ? Answer.of(500) : usual);
        bench.sendingTo(recipient.endpoint());
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 10);
            await().atMost(Duration.ofSeconds(20)).until(() -> bench.totals().delivered() == 16);
        }
        await().untilAsserted(() -> assertThat(bench.totals().recorded()).isEqualTo(16));
        assertThat(bench.totals().lost()).isEmpty();
        assertThat(bench.spooled()).isEmpty();
    }

    /** Failure 25: a read-only or missing home crashed the host. */
    @Test
    void a_state_directory_that_cannot_be_made_costs_the_events_and_nothing_else() throws Exception {
        Files.writeString(home.resolve("state"), "a file is in the way");
        Delivery delivery = bench.open();
        Bench.emit(delivery, 3);
        delivery.close();
        await().untilAsserted(() -> assertExact(delivery, 3));
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.DISK_ERROR, 3L);
        assertThat(recipient.received()).isEmpty();
    }

    @Test
    void a_full_disk_costs_the_events_that_do_not_fit_and_nothing_else() throws Exception {
        Path small = Files.createDirectory(home.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(mounted, "needs the right to mount a small file system");
        try {
            bench = new Bench(small.resolve("state")).sendingTo(Bench.NOWHERE);
            Files.write(small.resolve("filler"), new byte[56 * 1024]);
            Delivery delivery = bench.open();
            Bench.emit(delivery, 400);
            delivery.close();
            await().untilAsserted(() -> assertExact(delivery, 400));
            assertThat(delivery.ledger().totals().lost()).containsOnlyKeys(LossReason.DISK_ERROR);
            Files.delete(small.resolve("filler"));
            bench.sendingTo(recipient.endpoint());
            Delivery later = bench.open();
            Bench.emit(later, 5);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !recipient.accepted().isEmpty());
            later.close();
            for (String body : recipient.accepted()) {
                JsonMapper.shared().readTree(body);
            }
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
        }
    }

    @Test
    void a_spool_that_refuses_while_the_log_does_not_lets_the_batch_go_from_memory() throws Exception {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(home.resolve("state/spool"), "a file is in the way");
        Delivery delivery = bench.open();
        Bench.emit(delivery, 3);
        await().until(() -> delivery.ledger().totals().delivered() == 3);
        delivery.close();
        assertThat(AuditLog.lines(bench.state)).isEqualTo(recipient.accepted());
    }

    @Test
    void a_state_directory_that_is_deleted_while_it_runs_is_made_again() throws Exception {
        Delivery delivery = bench.open();
        Bench.emit(delivery, 2);
        await().until(() -> delivery.ledger().totals().delivered() == 2);
        deleteAll(bench.state);
        Bench.emit(delivery, 3);
        await().until(() -> delivery.ledger().totals().delivered() == 5);
        delivery.close();
        // Whoever deletes the counts has deleted them; what comes after is counted from there.
        await().untilAsserted(() -> assertThat(bench.totals().delivered()).isEqualTo(3));
        assertThat(bench.totals().recorded()).isEqualTo(3);
        assertExact(delivery, 5);
    }

    @Test
    void what_is_recorded_while_a_batch_lingers_whose_counts_were_deleted_is_counted_anew() {
        bench.sendingTo(Bench.NOWHERE);
        Delivery delivery = new Delivery(bench.parts().withRandom(() -> 0.99));
        Bench.emit(delivery, 1);
        await().until(() -> bench.totals().recorded() == 1 && bench.spooledEvents() == 1);
        Bench.emit(delivery, 1);
        await().until(() -> bench.totals().recorded() == 2);
        Ledger.forget(bench.state);
        Bench.emit(delivery, 100);
        delivery.close();
        await().untilAsserted(() -> assertThat(bench.totals().recorded()).isEqualTo(100));
    }

    @Test
    void what_is_on_its_way_at_the_end_and_on_no_disk_is_counted() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch comesBack = new CountDownLatch(1);
        Delivery delivery = new Delivery(bench.parts().withTransport(() -> new Transport() {
            @Override
            public Outcome send(Batch batch) {
                sending.countDown();
                try {
                    comesBack.await();
                } catch (InterruptedException unexpected) {
                    throw new AssertionError(unexpected);
                }
                return new Outcome(Verdict.LATER);
            }

            @Override
            public void abort() {}
        }));
        Files.createDirectories(bench.state);
        Files.writeString(bench.state.resolve(Spool.DIRECTORY), "in the way");
        Bench.emit(delivery, 3);
        assertThat(sending.await(10, TimeUnit.SECONDS)).isTrue();

        delivery.close();

        assertThat(bench.totals().lost()).containsEntry(LossReason.DISK_ERROR, 3L);
        comesBack.countDown();
        await().until(() -> DeliveryState.isAtRest(bench.state));
        assertThat(bench.totals().recorded()).isEqualTo(3);
        assertThat(bench.totals().allLost()).isEqualTo(3);
    }

    @Test
    void a_no_that_overtakes_the_end_is_counted() {
        Delivery delivery = bench.sendingTo(Bench.NOWHERE).open();
        Bench.emit(delivery, 4);
        delivery.close();
        await().until(() -> DeliveryState.isAtRest(bench.state));
        bench.permit = null;

        delivery.withdraw();

        assertThat(bench.spooledEvents()).isZero();
        assertThat(bench.totals().lost()).containsEntry(LossReason.WITHDRAWN, 4L);
    }

    @Test
    void who_stops_between_a_place_in_the_queue_and_the_event_in_it_costs_nobody_else_an_event_at_the_end()
            throws Exception {
        Delivery delivery = bench.sendingTo(Bench.NOWHERE).open();
        Bench.emit(delivery, 1);
        await().until(() -> delivery.ledger().totals().recorded() == 1);
        EventQueue queue = (EventQueue) field(Delivery.class, "queue").get(delivery);
        AtomicLong tail = (AtomicLong) field(EventQueue.class, "tail").get(queue);
        Object[] slots = (Object[]) field(EventQueue.class, "slots").get(queue);
        byte[] places = (byte[]) field(EventQueue.class, "places").get(queue);
        int stopped = (int) tail.getAndIncrement();
        Bench.emit(delivery, 7);
        Thread goesOn = new Thread(() -> {
            // The end has begun, and has a few hundredths of a second.
            while (Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("vitrine-tail"))) {
                Thread.onSpinWait();
            }
            places[stopped] = places[stopped - 1];
            slots[stopped] = new EditToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1);
        });
        goesOn.start();

        delivery.close();
        goesOn.join();

        await().untilAsserted(() -> assertExact(delivery, 9));
        assertThat(bench.spooledEvents()).isEqualTo(9);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private record Hostile(Throwable thrown) {}

    /** An experiment whose record's own code throws whatever it is told to. */
    private static final class HostileType extends ExperimentType<Hostile> {
        private final BooleanField field = payload.bool("b");

        HostileType() {
            super("hostile", "hostile", "?", 100_000);
        }

        @Override
        protected void write(Hostile event, PayloadWriter out) {
            out.write(field, true);
            FaultTest.<RuntimeException>raise(event.thrown());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        if (thrown != null) {
            throw (T) thrown;
        }
    }

    @Test
    void an_error_in_the_records_own_code_costs_that_event_alone() {
        HostileType type = new HostileType();
        Delivery delivery = bench.open();
        List<Throwable> thrown = List.of(
                new OutOfMemoryError("as thrown by the application"),
                new StackOverflowError(),
                new InternalError(),
                new NoClassDefFoundError(),
                new IllegalStateException(),
                new IOException());
        for (Throwable each : thrown) {
            delivery.offer(type, new Hostile(each));
            delivery.offer(type, new Hostile(null));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> delivery.ledger().totals().delivered() == thrown.size());
        delivery.close();
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.INVALID, (long) thrown.size());
        assertExact(delivery, thrown.size() * 2L);
    }

    @Test
    void sixty_four_threads_and_a_flapping_server_lose_count_of_nothing() throws Exception {
        Random random = new Random(64);
        recipient.answering(usual -> switch (random.nextInt(4)) {
            case 0 -> Answer.of(503);
            case 1 -> Answer.of(400);
            default -> usual;
        });
        Delivery delivery = bench.open();
        // Two thousand million in a minute: more than an int holds.
        AtomicLong emitted = new AtomicLong();
        long end = System.nanoTime() + Duration.ofSeconds(Torture.count(2, 60)).toNanos();
        List<Thread> threads = new ArrayList<>();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int t = 0; t < 64; t++) {
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < end) {
                    Bench.emit(delivery, 10);
                    emitted.addAndGet(10);
                    Thread.onSpinWait();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        delivery.close();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertExact(delivery, emitted.get()));
        // What the end broke off before its answer was read is not known to have arrived: it waits, and is sent again.
        Set<String> brokenOff = new HashSet<>();
        bench.spooled().forEach(name -> brokenOff.add(name.id()));
        long arrived = 0;
        Set<String> ids = new HashSet<>();
        for (String body : recipient.accepted()) {
            JsonNode batch = JsonMapper.shared().readTree(body);
            String id = batch.get("batch").stringValue();
            assertThat(ids.add(id)).isTrue();
            arrived += brokenOff.contains(id) ? 0 : batch.get("events").size();
        }
        assertThat(delivery.ledger().totals().delivered()).isEqualTo(arrived);
        await().until(() -> ManagementFactory.getThreadMXBean().getThreadCount() <= before + 8);
    }

    @Test
    void what_comes_while_it_is_closed_or_later_is_counted_once() throws Exception {
        for (int time = 0; time < Torture.count(20, 2_000); time++) {
            bench = new Bench(home.resolve("state" + time)).sendingTo(Bench.NOWHERE);
            Delivery delivery = bench.open();
            AtomicInteger emitted = new AtomicInteger();
            AtomicBoolean closed = new AtomicBoolean();
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Thread thread = new Thread(() -> {
                    for (int after = 0; after < 20; after += closed.get() ? 1 : 0) {
                        Bench.emit(delivery, 1);
                        emitted.incrementAndGet();
                    }
                });
                threads.add(thread);
                thread.start();
            }
            await().until(() -> emitted.get() > 0);
            delivery.close();
            closed.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertExact(delivery, emitted.get()));
            assertThat(delivery.ledger().totals().lost().get(LossReason.AFTER_CLOSE))
                    .isPositive();
        }
    }

    @Test
    void after_close_its_class_loader_can_be_collected() throws Exception {
        WeakReference<ClassLoader> loader = useInALoaderOfItsOwn();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private WeakReference<ClassLoader> useInALoaderOfItsOwn() throws Exception {
        List<URL> classes = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            classes.add(Path.of(entry).toUri().toURL());
        }
        Path settings = Files.writeString(home.resolve("settings.json"), "{\"analytics\": true}");
        try (URLClassLoader loader =
                new URLClassLoader(classes.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> probe = loader.loadClass(Probe.class.getName());
            var main = probe.getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            URI endpoint = recipient.endpoint();
            String[] arguments = {settings.getParent().toString(), endpoint.toString(), "5", "CLOSE", "1500"};
            main.invoke(null, (Object) arguments);
            assertThat(recipient.received()).isNotEmpty();
            return new WeakReference<>(loader);
        }
    }

    @Test
    void events_of_an_experiment_that_has_expired_are_dropped_when_they_are_encoded() {
        ExperimentType<Hostile> expired = new ExperimentType<>("old", "old", "?", 0) {
            @Override
            protected void write(Hostile event, PayloadWriter out) {}
        };
        Delivery delivery = bench.open();
        delivery.offer(expired, new Hostile(null));
        delivery.close();
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.EXPIRED, 1L);
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void more_than_the_queue_holds_is_counted_and_nobody_waits() {
        Delivery delivery = bench.open();
        Bench.emit(delivery, 200_000);
        delivery.close();
        await().untilAsserted(() -> assertExact(delivery, 200_000));
    }
}
