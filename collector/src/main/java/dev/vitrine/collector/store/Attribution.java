package dev.vitrine.collector.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an anonymous batch counts as a reporter: for each experiment that it has events of, at one of them. So no sum over
 * whatever events can be more than the number of batches, and nobody can look like a crowd with one batch.
 */
final class Attribution {
    private Attribution() {}

    /** One of the batch's different events for each of its experiments, drawn by the batch's random id. */
    static List<EventKey> of(NewBatch batch) {
        Map<String, List<EventKey>> byExperiment = new LinkedHashMap<>();
        for (EventCount count : batch.events()) {
            byExperiment
                    .computeIfAbsent(count.experiment(), experiment -> new ArrayList<>())
                    .add(count.key());
        }
        int draw = Integer.parseUnsignedInt(batch.id().substring(0, 7), 16);
        List<EventKey> drawn = new ArrayList<>(byExperiment.size());
        for (List<EventKey> events : byExperiment.values()) {
            drawn.add(events.get(draw % events.size()));
        }
        return drawn;
    }
}
