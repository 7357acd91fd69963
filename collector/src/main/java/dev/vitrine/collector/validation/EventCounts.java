package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.CountedEvents;
import dev.vitrine.collector.store.EventKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts equal events of one batch together, in the order in which they first come. A key is found by its hash in a table of
 * numbers, without being fetched from memory. For a body that was made so that many keys have one hash, a map takes over,
 * which does not become slow.
 */
final class EventCounts {
    private static final int FEW = 128;
    /** Of the places of the table at most a half are taken: so many in a row are no accident. */
    private static final int MOST_IN_A_ROW = 64;

    /** 2<sup>32</sup> divided by the golden ratio, which spreads hashes that are near to each other. */
    private static final int MIXER = 0x9E3779B9;

    private EventKey[] keys = new EventKey[FEW];
    private int[] hashes = new int[FEW];
    private int[] events = new int[FEW];
    private int[] tags = new int[FEW];
    private int[] experiments = new int[FEW];
    private int size;
    /** In each place the number of a key, from 1 on, or 0. */
    private int[] table = new int[2 * FEW];

    private @Nullable Map<EventKey, Integer> numbers;

    /**
     * Counts an event.
     *
     * @param hash the key's hash
     * @param tag what {@link CountedEvents} says of it; 0 for none
     * @param experiment the number of its experiment in its catalog
     */
    void add(EventKey key, int hash, int tag, int experiment) {
        if (size == keys.length) {
            grow();
        }
        Map<EventKey, Integer> map = numbers;
        int number = map == null ? inTable(key, hash) : inMap(map, key, hash);
        events[number]++;
        tags[number] = tag;
        experiments[number] = experiment;
    }

    private int inTable(EventKey key, int hash) {
        int place = place(hash);
        for (int taken = 0; taken < MOST_IN_A_ROW; taken++) {
            int number = table[place] - 1;
            if (number < 0) {
                table[place] = size + 1;
                return append(key, hash);
            }
            if (hashes[number] == hash && key.equals(keys[number])) {
                return number;
            }
            place = next(place);
        }
        Map<EventKey, Integer> map = new HashMap<>();
        for (int number = 0; number < size; number++) {
            map.put(keys[number], number);
        }
        numbers = map;
        return inMap(map, key, hash);
    }

    private int inMap(Map<EventKey, Integer> map, EventKey key, int hash) {
        Integer number = map.putIfAbsent(key, size);
        return number == null ? append(key, hash) : number;
    }

    private int append(EventKey key, int hash) {
        keys[size] = key;
        hashes[size] = hash;
        size++;
        return size - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        hashes = Arrays.copyOf(hashes, 2 * size);
        events = Arrays.copyOf(events, 2 * size);
        tags = Arrays.copyOf(tags, 2 * size);
        experiments = Arrays.copyOf(experiments, 2 * size);
        if (numbers == null) {
            table = new int[4 * size];
            for (int number = 0; number < size; number++) {
                int place = place(hashes[number]);
                while (table[place] != 0) {
                    place = next(place);
                }
                table[place] = number + 1;
            }
        }
    }

    private int next(int place) {
        return (place + 1) & (table.length - 1);
    }

    private int place(int hash) {
        return (hash * MIXER) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
    }

    /** What was counted. */
    CountedEvents counted() {
        return CountedEvents.of(keys, events, tags, experiments, size);
    }
}
