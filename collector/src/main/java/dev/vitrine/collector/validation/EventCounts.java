package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.EventKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts equal events of one batch together, in the order in which they first come. */
final class EventCounts {
    private static final int MANY = 256;

    private static final class Count {
        private final EventKey key;
        private int events;

        private Count(EventKey key) {
            this.key = key;
        }
    }

    private final Map<EventKey, Count> byKey = new HashMap<>(MANY);
    private final List<Count> inOrder = new ArrayList<>(MANY / 2);

    void add(EventKey key) {
        Count count = byKey.get(key);
        if (count == null) {
            count = new Count(key);
            byKey.put(key, count);
            inOrder.add(count);
        }
        count.events++;
    }

    /** What was counted. */
    List<EventCount> counted() {
        List<EventCount> counted = new ArrayList<>(inOrder.size());
        for (Count count : inOrder) {
            counted.add(new EventCount(count.key, count.events));
        }
        return counted;
    }
}
