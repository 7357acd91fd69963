package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The events on their way from the application's threads to the delivery thread: bounded, and without locks, so that no
 * caller ever waits for another one.
 *
 * <p>Any number of threads may {@link #offer}; one at a time may {@link #poll}.
 */
final class EventQueue {
    private final AtomicReferenceArray<@Nullable Pending<?>> slots;
    private final AtomicLong tail = new AtomicLong();
    private volatile long head;

    /** Takes a capacity that is a power of two. */
    EventQueue(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(capacity + " is not a power of two");
        }
        slots = new AtomicReferenceArray<>(capacity);
    }

    /**
     * An event, and what describes it: 24 bytes beside the record.
     *
     * @param type the description
     * @param event the record
     */
    record Pending<T extends Record>(ExperimentType<T> type, T event) {
        /** Appends the payload; see {@link ExperimentType#encode}. */
        boolean encode(PayloadWriter out) {
            return type.encode(event, out);
        }
    }

    /** Puts an event at the end; false when there is no room. */
    boolean offer(Pending<?> pending) {
        long position;
        do {
            position = tail.get();
            if (position - head >= slots.length()) {
                return false;
            }
        } while (!tail.compareAndSet(position, position + 1));
        slots.set(slot(position), pending);
        return true;
    }

    /** Takes the first event; null when there is none, or while its caller has not finished putting it there. */
    @Nullable
    Pending<?> poll() {
        long position = head;
        Pending<?> first = slots.get(slot(position));
        if (first != null) {
            slots.set(slot(position), null);
            head = position + 1;
        }
        return first;
    }

    /** How many events are there, or about to be. */
    int size() {
        return (int) (tail.get() - head);
    }

    /** Whether so many events are there that waiting for more would risk to lose some. */
    boolean isCrowded() {
        return size() > slots.length() / 2;
    }

    /** How many events were ever put here. */
    long accepted() {
        return tail.get();
    }

    private int slot(long position) {
        return (int) (position & (slots.length() - 1));
    }
}
