package dev.vitrine.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.NewBatch;
import dev.vitrine.collector.store.Release;
import dev.vitrine.collector.store.Snapshot;
import dev.vitrine.collector.store.SqliteStore;
import dev.vitrine.collector.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has expired goes on the day on which it does, without a restart. */
class DailyExpiryTest {
    private static final int TODAY = (int) Batches.TODAY.toEpochDay();

    @TempDir
    private Path folder;

    private volatile Instant now = Batches.CLOCK.instant();

    private static long count(Store store) {
        long[] events = new long[1];
        try (Snapshot snapshot = store.snapshot()) {
            snapshot.read("e", 0, Integer.MAX_VALUE, read -> events[0] += read.events());
        }
        return events[0];
    }

    private static void addForTwoDays(Store store) {
        store.add(new NewBatch(
                        Batches.id(),
                        null,
                        new Release("1", "linux", "x86_64"),
                        2,
                        List.of(new EventCount("e", TODAY, "{}", 3))))
                .join();
    }

    @Test
    void a_collector_that_cannot_start_deletes_nothing() throws IOException {
        CollectorSettings free = TestSettings.in(folder);
        try (Store store = SqliteStore.open(free.data(), 0, () -> now)) {
            addForTwoDays(store);
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CollectorSettings settings = new CollectorSettings(
                    free.catalog(),
                    free.data(),
                    free.host(),
                    taken.getLocalPort(),
                    0,
                    List.of(),
                    null,
                    free.reporters(),
                    0);
            assertThatThrownBy(() -> Collector.start(settings, () -> now.plus(Duration.ofDays(9))))
                    .hasMessageContaining("The intake cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        try (Store store = SqliteStore.open(free.data(), 0, () -> now)) {
            assertThat(count(store)).isEqualTo(3);
        }
    }

    @Test
    void what_has_expired_is_deleted_when_a_day_begins() throws IOException {
        try (Store store = SqliteStore.open(folder, 0, () -> now);
                DailyExpiry expiry = new DailyExpiry(store, () -> now)) {
            addForTwoDays(store);
            for (int day = 0; day <= 2; day++) {
                expiry.removeIfDue();
                store.removeExpired().join();
                assertThat(count(store)).isEqualTo(3);
                now = now.plus(Duration.ofDays(1));
            }
            expiry.removeIfDue();
            Awaitility.await().until(() -> count(store) == 0);
        }
    }
}
