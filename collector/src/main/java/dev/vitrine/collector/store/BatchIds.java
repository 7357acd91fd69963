package dev.vitrine.collector.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ids of batches, and on which day each came.
 *
 * <p>For one thread at a time.
 */
final class BatchIds {
    /** A batch that came on a day. */
    record Arrived(UUID batch, int day) {}

    /** Of one or two days, unless the clock is set. */
    private final SortedMap<Integer, IdSet> byDay = new TreeMap<>();

    boolean isEmpty() {
        return byDay.isEmpty();
    }

    int size() {
        int size = 0;
        for (IdSet ids : byDay.values()) {
            size += ids.size();
        }
        return size;
    }

    boolean has(UUID batch) {
        for (IdSet ids : byDay.values()) {
            if (ids.has(batch)) {
                return true;
            }
        }
        return false;
    }

    /** Adds the id of a batch that is not there. */
    void add(UUID batch, int day) {
        byDay.computeIfAbsent(day, any -> new IdSet()).add(batch);
    }

    /**
     * By days, as those that have expired are looked for, and then by ids: the same order for the same batches. Nothing may be
     * added until all are taken.
     */
    Iterator<Arrived> inOrder() {
        List<Stream<Arrived>> portions = new ArrayList<>();
        byDay.forEach((day, ids) ->
                ids.inOrder().forEach(portion -> portions.add(portion.map(batch -> new Arrived(batch, day)))));
        return portions.stream().flatMap(portion -> portion).iterator();
    }
}
