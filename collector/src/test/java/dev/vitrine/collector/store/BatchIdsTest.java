package dev.vitrine.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.store.BatchIds.Arrived;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The ids of the batches that wait: none is lost, none is there that did not come, and their order is theirs alone. */
class BatchIdsTest {
    private static final List<Long> REMARKABLE = List.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0x8000_0000L);

    private final BatchIds ids = new BatchIds();

    private static UUID id(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new UUID(half(random), half(random));
            // As somebody makes them up who counts.
            case 1 -> new UUID(0, random.nextInt(5_000));
            case 2 -> new UUID((long) random.nextInt(5_000) << 51, 0);
            default -> new UUID(random.nextLong(), random.nextLong());
        };
    }

    private static long half(Random random) {
        return REMARKABLE.get(random.nextInt(REMARKABLE.size()));
    }

    @RepeatedTest(20)
    void exactly_those_that_came_are_there_each_with_its_day(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<UUID, Integer> expected = new HashMap<>();
        for (int i = random.nextInt(20_000); i >= 0; i--) {
            UUID id = id(random);
            assertThat(ids.has(id)).isEqualTo(expected.containsKey(id));
            if (!ids.has(id)) {
                int day = 20_000 + random.nextInt(3);
                ids.add(id, day);
                expected.put(id, day);
            }
        }
        assertThat(ids.size()).isEqualTo(expected.size());
        assertThat(expected.keySet()).allMatch(ids::has);
        Map<UUID, Integer> found = new HashMap<>();
        ids.inOrder()
                .forEachRemaining(arrived ->
                        assertThat(found.put(arrived.batch(), arrived.day())).isNull());
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void they_are_in_order_by_days_and_then_by_their_bytes_whatever_the_order_in_which_they_came() {
        Random random = new Random(3);
        BatchIds other = new BatchIds();
        List<Arrived> came = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Arrived arrived = new Arrived(id(random), 20_000 + random.nextInt(3));
            if (!ids.has(arrived.batch())) {
                ids.add(arrived.batch(), arrived.day());
                came.add(arrived);
            }
        }
        Collections.shuffle(came, random);
        came.forEach(arrived -> other.add(arrived.batch(), arrived.day()));
        List<Arrived> inOrder = new ArrayList<>();
        other.inOrder().forEachRemaining(inOrder::add);
        assertThat(ids.inOrder()).toIterable().containsExactlyElementsOf(inOrder);
        assertThat(inOrder)
                .isSortedAccordingTo(Comparator.comparing(Arrived::day)
                        .thenComparing(arrived -> TrackingIds.bytes(arrived.batch()), Arrays::compareUnsigned));
    }

    @Test
    void without_any_there_is_none() {
        assertThat(ids.isEmpty()).isTrue();
        assertThat(ids.has(new UUID(0, 0))).isFalse();
        assertThat(ids.inOrder().hasNext()).isFalse();
        ids.add(new UUID(0, 0), 20_000);
        assertThat(ids.isEmpty()).isFalse();
        assertThat(ids.has(new UUID(0, 0))).isTrue();
    }
}
