package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The events on their way from the application's threads to the delivery thread: bounded, and without locks, so that no
 * caller ever waits for another one.
 *
 * <p>Any number of threads may {@link #offer}; one at a time may {@link #poll}.
 */
final class EventQueue {
    /** How many types have a place; a power of two, and no more than a {@code long} has bits. */
    private static final int TYPES = 64;

    // Plain slots, and fences: the JDK's atomic arrays cost the caller of a run's first event two milliseconds.
    /** Events, and a {@link Described} for the few whose type has no place in {@link #types}. */
    private final @Nullable Object[] slots;
    /** For each slot, the place of its event's type: a byte, and no object, tells what an event is. */
    private final byte[] places;

    private final @Nullable ExperimentType<?>[] types = new ExperimentType<?>[TYPES];
    /** A bit for each place that is taken; who sets it writes the type there, which stays. */
    private final AtomicLong placesTaken = new AtomicLong();
    /** The type of the event that was taken last. */
    private @Nullable ExperimentType<?> taken;
    /** Where the next event goes; advanced by callers. */
    private final Position tail = new Position();
    /** Up to where callers go without a look at the head, which would cost them a line that another processor writes. */
    private final Position limit = new Position();
    /** Where the first event is; advanced by the delivery thread. */
    private final Position head = new Position();

    private final int half;

    /** Takes a capacity that is a power of two, and at least 2. */
    EventQueue(int capacity) {
        if (capacity < 2 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(capacity + " is not a power of two");
        }
        slots = new Object[capacity];
        places = new byte[capacity];
        half = capacity / 2;
        limit.set(half);
    }

    /** An event, and what describes it. */
    private static final class Described {
        private final ExperimentType<?> type;
        private final Record event;

        Described(ExperimentType<?> type, Record event) {
            this.type = type;
            this.event = event;
        }
    }

    // How much room an event found; no enum, which would be one more class to load at the first event.

    /** Enough. */
    static final int PLENTY = 2;
    /** Some, but so many events are there that waiting for more would risk to lose some. */
    static final int SCARCE = 1;
    /** None: the event is not in the queue. */
    static final int NONE = 0;

    /** A number that has a line of a processor's cache to itself: two in one line would slow each other down. */
    @SuppressWarnings({"serial", "unused"}) // nobody writes it to a stream; the fields take up room
    private static final class Position extends AtomicLong {
        private long a, b, c, d, e, f, g, h, i, j, k, l, m, n, o;
    }

    /** Puts an event at the end, if there is room: answers {@link #PLENTY}, {@link #SCARCE} or {@link #NONE}. */
    <T extends Record> int offer(ExperimentType<T> type, T event) {
        int place = System.identityHashCode(type) & (TYPES - 1);
        // Made before a slot is taken: where memory ends, no slot may be left empty for ever.
        Object entry = types[place] == type || takePlace(place, type) ? event : new Described(type, event);
        long position;
        int room;
        do {
            position = tail.get();
            room = position < limit.get() ? PLENTY : roomAt(position);
            if (room == NONE) {
                return room;
            }
        } while (!tail.compareAndSet(position, position + 1));
        int slot = slot(position);
        places[slot] = (byte) place;
        VarHandle.releaseFence();
        slots[slot] = entry;
        return room;
    }

    /** Looks at the head, and lets callers go on without another look for half a queue. */
    private int roomAt(long position) {
        long first = head.get();
        if (position - first < half) {
            // Should an older head be written after a newer one, then callers look again sooner than they need.
            limit.set(first + half);
            return PLENTY;
        }
        return position - first < slots.length ? SCARCE : NONE;
    }

    /** Takes the first event; null when there is none, or while its caller has not finished putting it there. */
    @Nullable
    Record poll() {
        long position = head.get();
        int slot = slot(position);
        Object first = slots[slot];
        VarHandle.acquireFence();
        if (first == null) {
            return null;
        }
        Record event;
        if (first instanceof Described described) {
            taken = described.type;
            event = described.event;
        } else {
            taken = types[places[slot]];
            event = (Record) first;
        }
        slots[slot] = null;
        head.lazySet(position + 1);
        return event;
    }

    /** What describes the event that {@link #poll} has answered last. */
    ExperimentType<?> type() {
        return Objects.requireNonNull(taken, "no event was taken");
    }

    /** How many events are there, or about to be. */
    int size() {
        return (int) (tail.get() - head.get());
    }

    /** Takes a place for a type, for good; false when another one has it. */
    private boolean takePlace(int place, ExperimentType<?> type) {
        long bit = 1L << place;
        long before = placesTaken.get();
        if ((before & bit) != 0 || !placesTaken.compareAndSet(before, before | bit)) {
            // Another type's, or another thread's just now: this event says by itself what it is.
            return false;
        }
        types[place] = type;
        return true;
    }

    private int slot(long position) {
        return (int) (position & (slots.length - 1));
    }
}
