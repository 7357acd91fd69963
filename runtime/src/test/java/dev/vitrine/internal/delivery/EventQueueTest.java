package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What goes in comes out once, with what describes it, whoever else puts something in. */
class EventQueueTest {
    /** More than have a place, so that some of them share one. */
    private static final int TYPES = 200;

    private static final int THREADS = 4;
    private static final int EVENTS = Torture.count(20_000, 1_000_000);

    /** Says which type it belongs to, who recorded it, and as the how many-th. */
    private record Numbered(int type, int thread, int number) {}

    private static ExperimentType<Numbered> type(String id) {
        return new ExperimentType<>(id, id, "?", Long.MAX_VALUE) {
            @Override
            protected void write(Numbered event, PayloadWriter out) {}
        };
    }

    private static List<ExperimentType<Numbered>> types() {
        List<ExperimentType<Numbered>> types = new ArrayList<>();
        for (int i = 0; i < TYPES; i++) {
            types.add(type(Integer.toString(i)));
        }
        return types;
    }

    @Test
    void each_event_comes_out_with_its_own_type_though_many_types_share_a_place() {
        List<ExperimentType<Numbered>> types = types();
        EventQueue queue = new EventQueue(256);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < TYPES; i++) {
                assertThat(queue.offer(types.get(i), new Numbered(i, 0, round))).isNotEqualTo(EventQueue.NONE);
            }
            for (int i = 0; i < TYPES; i++) {
                assertThat(queue.poll()).isEqualTo(new Numbered(i, 0, round));
                assertThat(queue.type()).isSameAs(types.get(i));
            }
            assertThat(queue.poll()).isNull();
        }
    }

    @Test
    void says_when_there_is_little_room_left_and_when_there_is_none() {
        ExperimentType<Numbered> type = type("one");
        EventQueue queue = new EventQueue(8);
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            rooms.add(queue.offer(type, new Numbered(0, 0, i)));
        }
        assertThat(rooms).containsExactly(2, 2, 2, 2, 1, 1, 1, 1, 0);
        assertThat(queue.size()).isEqualTo(8);
        assertThat(queue.poll()).isEqualTo(new Numbered(0, 0, 0));
        assertThat(queue.offer(type, new Numbered(0, 0, 9))).isEqualTo(EventQueue.SCARCE);
    }

    @Test
    void of_many_threads_each_ones_events_come_out_in_their_order_and_with_their_types() throws Exception {
        List<ExperimentType<Numbered>> types = types();
        EventQueue queue = new EventQueue(1024);
        CyclicBarrier together = new CyclicBarrier(THREADS + 1);
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int self = thread;
            threads.add(new Thread(() -> {
                try {
                    together.await();
                } catch (Exception broken) {
                    throw new AssertionError(broken);
                }
                for (int i = 0; i < EVENTS; i++) {
                    int type = (i + self) % TYPES;
                    while (queue.offer(types.get(type), new Numbered(type, self, i)) == EventQueue.NONE) {
                        Thread.onSpinWait();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        together.await();
        int[] next = new int[THREADS];
        for (int taken = 0; taken < THREADS * EVENTS; ) {
            Numbered event = (Numbered) queue.poll();
            if (event == null) {
                Thread.onSpinWait();
                continue;
            }
            if (event.number() != next[event.thread()]++ || queue.type() != types.get(event.type())) {
                assertThat(event).as("of " + queue.type().id()).isNull();
            }
            taken++;
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(queue.poll()).isNull();
        assertThat(next).containsOnly(EVENTS);
    }
}
