package dev.vitrine.collector.query;

import dev.vitrine.catalog.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Cuts what waits, of one experiment and one week, into groups of at least k reporters each. */
final class PortionCutter {
    private final List<PayloadPart> parts;
    private final int threshold;

    /**
     * Makes a cutter.
     *
     * @param fields the fields of the experiment's payload
     * @param threshold k
     */
    PortionCutter(List<Field> fields, int threshold) {
        this.parts = PayloadPart.of(fields);
        this.threshold = threshold;
    }

    /** The groups; empty when there are fewer than k reporters. */
    Optional<Node> cut(List<Contribution> contributions) {
        Map<Long, Integer> installations = new HashMap<>();
        IdentityHashMap<JsonNode, List<Value>> said = new IdentityHashMap<>();
        List<Event> events = new ArrayList<>(contributions.size());
        for (Contribution contribution : contributions) {
            JsonNode payload = contribution.payload();
            int installation = contribution.reporter() == Contribution.ANONYMOUS
                    ? Event.ANONYMOUS
                    : installations.computeIfAbsent(contribution.reporter(), reporter -> installations.size());
            events.add(new Event(
                    contribution.slice(),
                    payload,
                    said.computeIfAbsent(payload, this::values),
                    installation,
                    contribution.events(),
                    contribution.batches()));
        }
        if (Tally.of(events).crowd().size() < threshold) {
            return Optional.empty();
        }
        return Optional.of(new NodeMaker(parts, threshold).tree(events));
    }

    private List<Value> values(JsonNode payload) {
        return parts.stream().map(part -> part.reader().apply(payload)).toList();
    }
}
