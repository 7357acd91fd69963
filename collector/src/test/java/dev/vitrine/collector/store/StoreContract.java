package dev.vitrine.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Store} must do. A store of another kind extends this. */
abstract class StoreContract {
    static final int TODAY = (int) Batches.TODAY.toEpochDay();
    static final Release LINUX = new Release("0.62.0", "linux", "x86_64");
    static final String EDIT = "edit-tool-outcome";
    static final UUID JANE = UUID.fromString("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1");
    static final UUID JOHN = UUID.fromString("1f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c2");

    @TempDir
    Path folder;

    Store store;
    private Instant now = Batches.CLOCK.instant();

    /** Opens the store that is kept in a folder, as it was left. */
    abstract Store open(Path folder, InstantSource clock) throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open(folder.resolve("store"), () -> now);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    void reopen() throws IOException {
        store.close();
        openStore();
    }

    void daysPass(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    static EventCount event(int day, String payload, int events) {
        return new EventCount(EDIT, day, payload, events);
    }

    static NewBatch anonymous(EventCount... events) {
        return new NewBatch(Batches.id(), null, LINUX, 90, List.of(events));
    }

    static NewBatch of(UUID trackingId, EventCount... events) {
        return new NewBatch(Batches.id(), trackingId, LINUX, 90, List.of(events));
    }

    List<StoredEvents> stored() {
        return stored(store);
    }

    private static List<StoredEvents> stored(Store store) {
        List<StoredEvents> events = new ArrayList<>();
        try (Snapshot snapshot = store.snapshot()) {
            snapshot.read(EDIT, Integer.MIN_VALUE, Integer.MAX_VALUE, events::add);
        }
        return events;
    }

    long count() {
        return count(store);
    }

    static long count(Store store) {
        return stored(store).stream().mapToLong(StoredEvents::events).sum();
    }

    @Test
    void equal_anonymous_events_are_one_count_and_nothing_says_which_batch_they_came_in() throws IOException {
        store.add(anonymous(event(TODAY, "{\"a\":1}", 2))).join();
        store.add(anonymous(event(TODAY, "{\"a\":1}", 3))).join();
        reopen();
        assertThat(stored()).singleElement().satisfies(events -> {
            assertThat(events.events()).isEqualTo(5);
            assertThat(events.batches()).isEqualTo(2);
            assertThat(events.reporter()).isEqualTo(StoredEvents.ANONYMOUS);
            assertThat(events.release()).isEqualTo(LINUX);
            assertThat(events.epochDay()).isEqualTo(TODAY);
        });
    }

    @Test
    void a_batch_counts_as_a_reporter_once_however_many_different_events_it_has() {
        for (int i = 0; i < 20; i++) {
            store.add(anonymous(
                            event(TODAY, "{\"a\":1}", 1), event(TODAY, "{\"a\":2}", 1), event(TODAY, "{\"a\":3}", 1)))
                    .join();
        }
        assertThat(stored().stream().mapToLong(StoredEvents::batches).sum()).isEqualTo(20);
        assertThat(stored())
                .hasSize(3)
                .allSatisfy(events -> assertThat(events.events()).isEqualTo(20));
    }

    @Test
    void installations_are_told_apart_and_an_installation_is_the_same_in_each_batch() {
        store.add(of(JANE, event(TODAY, "{\"a\":1}", 1))).join();
        store.add(of(JANE, event(TODAY, "{\"a\":1}", 1))).join();
        store.add(of(JOHN, event(TODAY, "{\"a\":1}", 1))).join();
        assertThat(stored()).extracting(StoredEvents::events).containsExactlyInAnyOrder(2L, 1L);
        assertThat(stored())
                .extracting(StoredEvents::reporter)
                .doesNotContain(0L)
                .doesNotHaveDuplicates();
        assertThat(stored()).extracting(StoredEvents::batches).containsOnly(0L);
    }

    @Test
    void a_batch_that_comes_again_within_30_days_is_not_counted_again() throws IOException {
        NewBatch batch = anonymous(event(TODAY, "{}", 1));
        assertThat(store.add(batch).join()).isEqualTo(Stored.COUNTED);
        assertThat(store.add(batch).join()).isEqualTo(Stored.SEEN_BEFORE);
        daysPass(Store.BATCH_ID_DAYS);
        store.removeExpired().join();
        reopen();
        assertThat(store.add(batch).join()).isEqualTo(Stored.SEEN_BEFORE);
        assertThat(count()).isEqualTo(1);

        daysPass(1);
        store.removeExpired().join();
        assertThat(store.add(batch).join()).isEqualTo(Stored.COUNTED);
    }

    @Test
    void the_same_batch_at_the_same_time_is_counted_once() {
        NewBatch batch = anonymous(event(TODAY, "{}", 1));
        List<CompletableFuture<Stored>> outcomes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            outcomes.add(store.add(batch));
        }
        assertThat(outcomes.stream().map(CompletableFuture::join).filter(Stored.COUNTED::equals))
                .hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void forgetting_deletes_the_events_of_one_tracking_id_and_says_how_many() {
        store.add(of(JANE, event(TODAY, "{\"a\":1}", 3), event(TODAY - 1, "{\"a\":2}", 2)))
                .join();
        store.add(of(JOHN, event(TODAY, "{\"a\":1}", 1))).join();
        store.add(anonymous(event(TODAY, "{\"a\":1}", 1))).join();

        assertThat(store.forget(JANE).join()).isEqualTo(5);
        assertThat(count()).isEqualTo(2);
        assertThat(store.forget(JANE).join()).isZero();
        assertThat(store.forget(UUID.randomUUID()).join()).isZero();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void what_was_under_way_while_its_sender_was_forgotten_is_not_kept() {
        store.add(of(JANE, event(TODAY, "{}", 1))).join();
        store.forget(JANE).join();
        assertThat(store.add(of(JANE, event(TODAY, "{}", 1))).join()).isEqualTo(Stored.FORGOTTEN);
        assertThat(count()).isZero();
    }

    @Test
    void what_comes_in_while_its_sender_is_being_forgotten_is_deleted_and_said_or_is_not_kept() {
        List<CompletableFuture<Stored>> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            outcomes.add(store.add(of(JANE, event(TODAY, "{\"a\":" + i + '}', 1))));
            outcomes.add(store.add(anonymous(event(TODAY, "{}", 1))));
        }
        CompletableFuture<Long> deleted = store.forget(JANE);
        for (int i = 0; i < 50; i++) {
            outcomes.add(store.add(of(JANE, event(TODAY, "{\"a\":" + i + '}', 1))));
            outcomes.add(store.add(anonymous(event(TODAY, "{}", 1))));
        }
        long counted = outcomes.stream()
                .map(CompletableFuture::join)
                .filter(Stored.COUNTED::equals)
                .count();
        assertThat(deleted.join()).isEqualTo(counted - 100).isGreaterThanOrEqualTo(50);
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void events_are_deleted_when_the_days_are_over_that_their_catalog_promised() {
        NewBatch shorter = new NewBatch(Batches.id(), null, LINUX, 30, List.of(event(TODAY, "{\"a\":1}", 1)));
        NewBatch longer = new NewBatch(Batches.id(), JANE, LINUX, 90, List.of(event(TODAY, "{\"a\":1}", 1)));
        store.add(shorter).join();
        store.add(longer).join();

        daysPass(30);
        store.removeExpired().join();
        assertThat(count()).isEqualTo(2);
        daysPass(1);
        store.removeExpired().join();
        assertThat(stored())
                .singleElement()
                .satisfies(events -> assertThat(events.reporter()).isNotEqualTo(StoredEvents.ANONYMOUS));
        daysPass(59);
        store.removeExpired().join();
        assertThat(count()).isEqualTo(1);
        daysPass(1);
        store.removeExpired().join();
        assertThat(count()).isZero();
    }

    @Test
    void what_was_released_is_kept_as_long_as_its_events_may_be_and_no_longer() throws IOException {
        store.add(anonymous(event(TODAY, "{\"a\":1}", 1))).join();
        Round round = new Round(EDIT, Round.weekOf(TODAY), 1);
        store.end(round).join();
        store.release(new StoredPortion(round, TODAY, 10, "figures")).join();
        daysPass(90);
        store.removeExpired().join();
        reopen();
        assertThat(portions()).extracting(StoredPortion::groups).containsExactly("figures");
        daysPass(1);
        store.removeExpired().join();
        assertThat(portions()).isEmpty();
    }

    private List<StoredPortion> portions() {
        try (Snapshot snapshot = store.snapshot()) {
            return snapshot.portions();
        }
    }

    @Test
    void who_was_forgotten_is_remembered_for_as_long_as_batches_may_be_under_way_and_no_longer() {
        store.forget(JANE).join();
        daysPass(Store.BATCH_ID_DAYS);
        store.removeExpired().join();
        assertThat(store.add(of(JANE, event(TODAY, "{}", 1))).join()).isEqualTo(Stored.FORGOTTEN);
        daysPass(1);
        store.removeExpired().join();
        assertThat(store.add(of(JANE, event(TODAY, "{}", 1))).join()).isEqualTo(Stored.COUNTED);
    }

    @Test
    void more_than_one_portion_of_expired_events_is_deleted() {
        List<EventCount> many = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            many.add(event(TODAY, "{\"a\":" + i + '}', 1));
        }
        store.add(new NewBatch(Batches.id(), null, LINUX, 1, many)).join();
        daysPass(2);
        store.removeExpired().join();
        assertThat(count()).isZero();
    }

    @Test
    void refusals_are_counted_by_day_and_reason() throws IOException {
        store.refused(Map.of("value", 2));
        store.refused(Map.of("value", 1, "type", 1));
        reopen();
        try (Snapshot snapshot = store.snapshot()) {
            assertThat(snapshot.refusals()).containsExactly(Map.entry(TODAY, Map.of("type", 1L, "value", 3L)));
        }
    }

    @Test
    void refusals_are_stored_while_nothing_else_comes() {
        store.refused(Map.of("value", 2));
        Awaitility.await().until(() -> {
            try (Snapshot snapshot = store.snapshot()) {
                return snapshot.refusals().equals(Map.of(TODAY, Map.of("value", 2L)));
            }
        });
    }

    @Test
    void a_snapshot_sees_one_moment() {
        store.add(anonymous(event(TODAY, "{}", 1))).join();
        try (Snapshot before = store.snapshot()) {
            store.add(anonymous(event(TODAY, "{}", 1))).join();
            List<StoredEvents> seen = new ArrayList<>();
            before.read(EDIT, TODAY, TODAY, seen::add);
            assertThat(seen).extracting(StoredEvents::events).containsExactly(1L);
            try (Snapshot after = store.snapshot()) {
                assertThat(after.version()).isGreaterThan(before.version());
            }
        }
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void what_has_settled_is_seen_at_once_with_the_version_and_with_all_of_a_round_that_has_ended() {
        long before;
        try (Snapshot settled = store.settled()) {
            before = settled.version();
        }
        store.add(anonymous(event(TODAY, "{}", 3))).join();
        Round round = new Round(EDIT, Round.weekOf(TODAY), 1);
        store.end(round).join();
        store.add(anonymous(event(TODAY, "{}", 5))).join();
        List<StoredEvents> seen = new ArrayList<>();
        try (Snapshot settled = store.settled()) {
            assertThat(settled.version()).isGreaterThan(before);
            settled.read(round, seen::add);
        }
        assertThat(seen).extracting(StoredEvents::events).containsExactly(3L);
    }

    @Test
    void what_has_come_settles_by_itself_when_nothing_else_comes_and_moves_the_version() {
        long before;
        try (Snapshot settled = store.settled()) {
            before = settled.version();
        }
        store.add(anonymous(event(TODAY, "{}", 3))).join();
        Awaitility.await().until(() -> {
            List<StoredEvents> seen = new ArrayList<>();
            try (Snapshot settled = store.settled()) {
                settled.read(EDIT, TODAY, TODAY, seen::add);
                return !seen.isEmpty() && settled.version() > before;
            }
        });
    }

    @Test
    void of_many_batches_at_once_those_are_recognised_that_came_before() {
        List<NewBatch> old = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            old.add(anonymous(event(TODAY, "{}", 1)));
        }
        addAll(old);
        store.snapshot().close();
        List<NewBatch> mixed = new ArrayList<>();
        List<Stored> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean again = i % 7 == 0 || i % 5 == 1;
            mixed.add(again ? old.get(i) : anonymous(event(TODAY, "{}", 1)));
            expected.add(again ? Stored.SEEN_BEFORE : Stored.COUNTED);
        }
        assertThat(addAll(mixed)).isEqualTo(expected);
        assertThat(addAll(mixed)).containsOnly(Stored.SEEN_BEFORE);
        assertThat(count()).isEqualTo(300 + Collections.frequency(expected, Stored.COUNTED));
    }

    /** Adds batches without waiting for one before the next is handed over. */
    private List<Stored> addAll(List<NewBatch> batches) {
        return batches.stream().map(store::add).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void reading_keeps_to_the_experiment_and_the_days() {
        store.add(anonymous(event(TODAY - 2, "{}", 1), event(TODAY - 1, "{}", 2), event(TODAY, "{}", 4)))
                .join();
        store.add(anonymous(new EventCount("other", TODAY, "{}", 8))).join();
        List<Long> events = new ArrayList<>();
        try (Snapshot snapshot = store.snapshot()) {
            snapshot.read(EDIT, TODAY - 1, TODAY, read -> events.add(read.events()));
        }
        assertThat(events).containsExactly(2L, 4L);
    }

    @Test
    void a_copy_made_while_batches_come_in_is_whole() throws IOException {
        List<CompletableFuture<Stored>> under = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            under.add(store.add(anonymous(event(TODAY, "{\"a\":" + i % 50 + '}', 1))));
            if (i == 200) {
                under.get(100).join();
                store.backup(folder.resolve("copy.sqlite"));
            }
        }
        under.forEach(CompletableFuture::join);
        assertThat(count()).isEqualTo(400);

        Path restored = folder.resolve("restored");
        Files.createDirectory(restored);
        Files.move(folder.resolve("copy.sqlite"), restored.resolve("collector.sqlite"));
        try (Store copy = open(restored, () -> now);
                Snapshot snapshot = copy.snapshot()) {
            long[] events = new long[2];
            snapshot.read(EDIT, TODAY, TODAY, read -> {
                events[0] += read.events();
                events[1] += read.batches();
            });
            assertThat(events[0]).isBetween(101L, 400L).isEqualTo(events[1]);
        }
    }
}
