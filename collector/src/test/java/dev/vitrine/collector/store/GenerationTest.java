package dev.vitrine.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vitrine.collector.Batches;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What waits, in memory and in the journal: the same, and no event more or less than came in. */
class GenerationTest {
    private static final int TODAY = (int) Batches.TODAY.toEpochDay();

    private final Random random = new Random(7);
    private final Generation generation = new Generation(1);
    private final JournalOutput out = new JournalOutput();

    /** What one row of the tables stands for. */
    private record Place(Source source, EventKey key) {}

    private NewBatch batch(int kinds) {
        UUID trackingId = random.nextInt(4) == 0 ? new UUID(1, random.nextInt(3)) : null;
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            counts.merge(random.nextInt(kinds), 1, Integer::sum);
        }
        EventKey[] keys = new EventKey[counts.size()];
        int[] events = new int[counts.size()];
        int[] tags = new int[counts.size()];
        int[] experiments = new int[counts.size()];
        int place = 0;
        for (int kind : counts.keySet()) {
            keys[place] = new EventKey("experiment-" + kind % 3, TODAY - kind % 2, "{\"a\":" + kind + '}');
            events[place] = counts.get(kind);
            // Not each has one always, some have two, and of the larger ones many fall into one place.
            tags[place] = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> Integer.MIN_VALUE | (1 + kind);
                case 2 -> (1 + kind) << 14;
                default -> 1 + kind;
            };
            experiments[place] = kind % 3;
            place++;
        }
        Release release = new Release("1.0." + random.nextInt(3), "linux", "x86_64");
        return new NewBatch(
                Batches.id(), trackingId, release, 90, CountedEvents.of(keys, events, tags, experiments, place));
    }

    private void add(Generation to, NewBatch batch) {
        to.remember(TrackingIds.ofBatch(batch.id()), TODAY);
        to.add(Arrival.of(batch));
    }

    private byte[] written() {
        generation.writeTo(out);
        return out.take();
    }

    private static List<String> rows(Generation generation) {
        List<String> rows = new ArrayList<>();
        generation
                .rows()
                .forEachRemaining(
                        source -> source.rows().forEachRemaining(row -> rows.add(source.source() + " " + row)));
        return rows;
    }

    private static Map<Place, List<Long>> sums(Generation generation) {
        Map<Place, List<Long>> sums = new HashMap<>();
        generation
                .rows()
                .forEachRemaining(source -> source.rows()
                        .forEachRemaining(row ->
                                sums.put(new Place(source.source(), row.key()), List.of(row.events(), row.batches()))));
        return sums;
    }

    @Test
    void every_event_is_in_one_row_and_the_journal_makes_the_same_rows_in_the_same_order() {
        Map<Place, List<Long>> expected = new HashMap<>();
        Generation read = new Generation(1);
        for (int transaction = 0; transaction < 150; transaction++) {
            for (int more = 1 + random.nextInt(80); more > 0; more--) {
                NewBatch batch = batch(10 + 10 * transaction);
                add(generation, batch);
                count(batch, expected);
            }
            JournalInput in = new JournalInput(written());
            read.readFrom(in);
        }
        // Some sources have more than are added up at once.
        assertThat(sums(generation)).isEqualTo(expected);
        assertThat(rows(read)).isEqualTo(rows(generation)).doesNotHaveDuplicates();
    }

    private static void count(NewBatch batch, Map<Place, List<Long>> sums) {
        Source source = Source.of(batch);
        for (EventCount count : batch.events()) {
            sums.merge(new Place(source, count.key()), List.of((long) count.events(), 0L), GenerationTest::plus);
        }
        if (batch.trackingId() == null) {
            for (int drawn : Attribution.of(batch)) {
                EventKey key = batch.events().key(drawn);
                sums.merge(new Place(source, key), List.of(0L, 1L), GenerationTest::plus);
            }
        }
    }

    private static List<Long> plus(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
    }

    @Test
    void a_key_has_a_number_of_its_own_in_each_generation() {
        NewBatch first = batch(1_000);
        NewBatch second = batch(1_000);
        Generation other = new Generation(2);
        for (NewBatch batch : List.of(first, second, first, second, second)) {
            add(generation, batch);
            add(other, batch);
            other.writeTo(new JournalOutput());
            generation.writeTo(new JournalOutput());
        }
        Map<Place, List<Long>> expected = new HashMap<>();
        List.of(first, second, first, second, second).forEach(batch -> count(batch, expected));
        assertThat(sums(generation)).isEqualTo(expected);
        assertThat(sums(other)).isEqualTo(expected);
    }

    @Test
    void a_key_that_came_again_before_it_had_its_number_for_good_is_counted_where_it_belongs() {
        NewBatch first = batch(1_000);
        NewBatch same = new NewBatch(
                Batches.id(),
                first.trackingId(),
                first.release(),
                first.retentionDays(),
                first.events().stream()
                        .map(count ->
                                new EventCount(count.experiment(), count.epochDay(), count.payload(), count.events()))
                        .toList());
        Map<Place, List<Long>> expected = new HashMap<>();
        for (List<NewBatch> transaction : List.of(List.of(first, same), List.of(same, first), List.of(same))) {
            for (NewBatch batch : transaction) {
                add(generation, batch);
                count(batch, expected);
            }
            generation.writeTo(new JournalOutput());
        }
        assertThat(sums(generation)).isEqualTo(expected);
    }

    @Test
    void the_journal_does_not_tell_which_events_came_together() {
        // Ten batches, each of five kinds that no other has; how often do neighbours in the journal come from one
        // batch?
        int together = 0;
        for (int round = 0; round < 50; round++) {
            Generation mixed = new Generation(1);
            for (int batch = 0; batch < 10; batch++) {
                EventCount[] events = new EventCount[5];
                int number = 5 * batch;
                Arrays.setAll(events, i -> new EventCount("e", TODAY, String.valueOf(number + i), 1));
                add(
                        mixed,
                        new NewBatch(
                                Batches.id(),
                                new UUID(1, 1),
                                new Release("1.0.0", "linux", "x86_64"),
                                90,
                                List.of(events)));
            }
            JournalOutput journal = new JournalOutput();
            mixed.writeTo(journal);
            JournalInput in = new JournalInput(journal.take());
            List<Integer> keys = new ArrayList<>();
            for (int more = in.index(); more > 0; more--) {
                keys.add(Integer.parseInt(EventKey.readFrom(in).payload()));
            }
            assertThat(new HashSet<>(keys)).hasSize(50);
            for (int i = 1; i < keys.size(); i++) {
                together += keys.get(i) / 5 == keys.get(i - 1) / 5 ? 1 : 0;
            }
        }
        // By chance 4 of 49 neighbours do; in the order of their arrival it would be 40.
        assertThat(together).isLessThan(50 * 10);
    }

    @Test
    void a_journal_that_is_cut_off_is_read_as_far_as_it_goes_or_called_damaged() {
        add(generation, batch(50));
        byte[] bytes = written();
        int damaged = 0;
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            // Only after the keys, and after the sources, can it end as well: then it is one of no events.
            Throwable failure = catchThrowable(() -> new Generation(1).readFrom(new JournalInput(cut)));
            if (failure != null) {
                assertThat(failure).isInstanceOf(UncheckedIOException.class).hasMessageContaining("damaged");
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(bytes.length - 5);
    }
}
