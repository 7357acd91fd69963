package dev.vitrine.collector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.EventKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class EventCountsTest {
    private final Random random = new Random(29);

    /** Counts so many events, each one of so many, in this way and in the simplest one. */
    private void compare(int events, int different, IntFunction<String> payload) {
        EventCounts counts = new EventCounts();
        Map<EventKey, Integer> simply = new LinkedHashMap<>();
        for (int i = 0; i < events; i++) {
            EventKey key = new EventKey("experiment", 20_000, payload.apply(random.nextInt(different)));
            counts.add(key, key.hashCode(), 0, 0);
            simply.merge(key, 1, Integer::sum);
        }
        List<EventCount> expected = simply.entrySet().stream()
                .map(entry -> new EventCount(entry.getKey(), entry.getValue()))
                .toList();
        assertThat(counts.counted()).isEqualTo(expected);
    }

    @Test
    void equal_events_are_counted_together_in_the_order_in_which_they_first_come() {
        for (int round = 0; round < 500; round++) {
            compare(random.nextInt(1_500), 1 + random.nextInt(1_500), number -> "{\"attempts\":" + number + '}');
        }
    }

    @Test
    void they_are_when_somebody_made_texts_up_that_all_have_the_same_hash() {
        compare(30_000, 1 << 12, number -> {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 12; bit++) {
                // These two have the same hash, and so has all that is put together of them.
                text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return text.toString();
        });
        compare(300, 1 << 12, number -> number % 100 == 0 ? "Aa" + number : "BB" + number);
    }
}
