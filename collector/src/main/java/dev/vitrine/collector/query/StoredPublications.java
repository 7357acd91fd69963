package dev.vitrine.collector.query;

import dev.vitrine.collector.store.Release;
import dev.vitrine.collector.store.Round;
import dev.vitrine.collector.store.Snapshot;
import dev.vitrine.collector.store.Store;
import dev.vitrine.collector.store.StoredPortion;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Publication with a {@link Store}. */
public final class StoredPublications implements Publications {
    private final Store store;

    /** Reads from and writes to a store, and does not close it. */
    public StoredPublications(Store store) {
        this.store = store;
    }

    @Override
    public List<Waiting> waiting() {
        // What came in the last seconds makes a round due in some seconds: it is not put in order for each look.
        try (Snapshot snapshot = store.settled()) {
            return snapshot.waiting().stream()
                    .map(waiting -> new Waiting(
                            waiting.round().experiment(),
                            week(waiting.round()),
                            waiting.round().number(),
                            waiting.ended(),
                            waiting.reporters()))
                    .toList();
        }
    }

    @Override
    public List<Contribution> take(Waiting waiting) throws IOException {
        Round round = round(waiting);
        await(store.end(round));
        // Most payloads are said by many: each is read once.
        Map<String, JsonNode> payloads = new HashMap<>();
        List<Contribution> contributions = new ArrayList<>();
        try (Snapshot snapshot = store.settled()) {
            snapshot.read(
                    round,
                    events -> contributions.add(new Contribution(
                            slice(events.release()),
                            payloads.computeIfAbsent(events.payload(), JsonMapper.shared()::readTree),
                            events.reporter(),
                            events.events(),
                            events.batches())));
        }
        return contributions;
    }

    @Override
    public void release(Waiting waiting, Portion portion) throws IOException {
        await(store.release(new StoredPortion(
                round(waiting),
                Math.toIntExact(portion.released().toEpochDay()),
                portion.threshold(),
                portion.groups())));
    }

    @Override
    public long version() {
        try (Snapshot snapshot = store.settled()) {
            return snapshot.version();
        }
    }

    @Override
    public List<Portion> portions() {
        try (Snapshot snapshot = store.settled()) {
            return snapshot.portions().stream()
                    .map(portion -> new Portion(
                            portion.round().experiment(),
                            week(portion.round()),
                            LocalDate.ofEpochDay(portion.releasedDay()),
                            portion.threshold(),
                            portion.groups()))
                    .toList();
        }
    }

    private static Slice slice(Release release) {
        return new Slice(release.version(), release.os(), release.arch());
    }

    private static Week week(Round round) {
        return new Week(LocalDate.ofEpochDay(round.firstDay()));
    }

    private static Round round(Waiting waiting) {
        int week = Round.weekOf(Math.toIntExact(waiting.week().monday().toEpochDay()));
        return new Round(waiting.experiment(), week, waiting.number());
    }

    private static void await(CompletableFuture<Void> change) throws IOException {
        try {
            change.get();
        } catch (ExecutionException failed) {
            throw new IOException("The store did not take what was to be released.", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The collector is being stopped.", stopped);
        }
    }
}
