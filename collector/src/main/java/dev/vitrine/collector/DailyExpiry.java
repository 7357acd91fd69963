package dev.vitrine.collector;

import dev.vitrine.collector.store.Store;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the store delete what has expired: once at the start, and once on every day that begins. */
final class DailyExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyExpiry.class);
    private static final long LOOK_SECONDS = 60;

    private final Store store;
    private final InstantSource clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "vitrine-expiry");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable LocalDate done;

    DailyExpiry(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    void start() {
        // It goes on until the timer is shut down; nobody waits for it.
        var unused = timer.scheduleWithFixedDelay(this::removeIfDue, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Deletes if the day is another one than at the last time. */
    void removeIfDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(done)) {
            return;
        }
        var unused = store.removeExpired().whenComplete((nothing, failure) -> {
            if (failure == null) {
                LOG.info("what had expired by {} is deleted", today);
            } else {
                LOG.warn("what has expired could not be deleted, and will be tried again: {}", failure.getMessage());
                done = null;
            }
        });
        done = today;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
