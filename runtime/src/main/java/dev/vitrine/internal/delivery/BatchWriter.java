package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.encoding.IsoDate;
import dev.vitrine.internal.encoding.RandomBytes;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The batch that is being made: events are encoded as they come, into a buffer that is used again when the batch is sent.
 *
 * <p>Not safe for use by several threads at once.
 */
final class BatchWriter {
    /**
     * A batch is full when it is this long: some 1,200 events, whose files and connection are then paid for once; with half
     * as many, an event costs half as much again ({@code benchmarks/run throughput}). The request, with one more event,
     * stays well below what servers take: the collector, 256 KiB.
     */
    private static final int FULL_BYTES = 128 * 1024;

    /** Some 150 events. What is longer has company enough. */
    private static final int SMALL_BYTES = 16 * 1024;

    private static final int SPARE_BYTES = 4 * 1024;

    private final BatchFormat format;
    private final PseudonymSalt salt;
    private final Utf8Buffer buffer = new Utf8Buffer(SPARE_BYTES);
    private final PayloadWriter payloads;

    /** For the next batch, while one is on its way in the array that it was written to. */
    private byte @Nullable [] spare;

    /** The array that the batch was in before the event that is being encoded, and how far: that does not change any more. */
    private byte[] markedArray = buffer.array();

    private int markedLength;
    private int markedEvents;

    private Identity identity = Identity.ANONYMOUS;
    private String id = "";
    private int events;
    private long epochDay = Long.MIN_VALUE;
    private String day = "";

    /** The last day of each experiment, asked for once a day. */
    private final Map<ExperimentType<?>, Long> known = new HashMap<>();

    private final ToLongFunction<ExperimentType<?>> lastDays;

    /** Takes the protocol's format, the salt for pseudonyms, and what knows the last day of an experiment. */
    BatchWriter(BatchFormat format, PseudonymSalt salt, ToLongFunction<ExperimentType<?>> lastDays) {
        this.lastDays = lastDays;
        this.format = format;
        this.salt = salt;
        this.payloads = new PayloadWriter(buffer, salt);
    }

    /** Begins a batch, forgetting what was written. */
    void begin(Identity identity) {
        this.identity = identity;
        salt.begin(identity);
        events = 0;
        id = RandomBytes.nextHexadecimal(BatchName.ID_DIGITS / 2);
        buffer.truncate(0);
        format.begin(buffer, id, identity);
    }

    /** Makes no key for pseudonyms any more, until the next batch is begun. Any thread may call this. */
    void withdraw() {
        salt.withdraw();
    }

    /** Remembers the batch as it is, for {@link #copy}. */
    void mark() {
        markedArray = buffer.array();
        markedLength = buffer.length();
        markedEvents = events;
    }

    /** How many events were in it when it was last marked. */
    int markedEvents() {
        return markedEvents;
    }

    /** The batch as it was when it was last {@link #mark marked}, though another thread may be adding to it. */
    Batch copy(long now) {
        Utf8Buffer copy = new Utf8Buffer(markedLength + SPARE_BYTES);
        copy.append(markedArray, 0, markedLength);
        format.end(copy);
        int length = copy.length();
        copy.append('\n');
        return new Batch(id, now, markedEvents, identity, copy.array(), length);
    }

    /**
     * Encodes one more event, of the given type.
     *
     * @return null when it is in the batch, else why it is not; the batch is then as it was
     */
    @Nullable
    LossReason add(ExperimentType<?> type, Record event, long now) {
        setDay(now);
        if (lastDay(type) < epochDay) {
            return LossReason.EXPIRED;
        }
        int start = buffer.length();
        boolean valid = false;
        try {
            format.beginEvent(buffer, events, type.event(), day);
            int payloadStart = buffer.length();
            if (encode(type, event)) {
                format.endEvent(buffer, payloadStart);
                valid = true;
            }
        } finally {
            // Also when an Error passes through here: half an event must not stay.
            if (!valid) {
                buffer.truncate(start);
            }
        }
        if (valid) {
            events++;
        }
        return valid ? null : LossReason.INVALID;
    }

    @SuppressWarnings("unchecked") // they were handed in together
    private boolean encode(ExperimentType<?> type, Record event) {
        return ((ExperimentType<Record>) type).encode(event, payloads);
    }

    /** How many events are in it. */
    int events() {
        return events;
    }

    /** Whether it should be sent before more is added. */
    boolean isFull() {
        return buffer.length() >= FULL_BYTES;
    }

    /** Whether its file and its connection would cost more than what is in it. */
    boolean isSmall() {
        return buffer.length() < SMALL_BYTES;
    }

    /** Under whose name it is made. */
    Identity identity() {
        return identity;
    }

    /** Forgets it. */
    void clear() {
        events = 0;
        buffer.truncate(0);
    }

    /** Ends the batch: its bytes do not change until it is handed in for {@link #reuse}. */
    Batch finish(long now) {
        format.end(buffer);
        int length = buffer.length();
        buffer.append('\n');
        byte[] next = spare == null ? new byte[SPARE_BYTES] : spare;
        spare = null;
        Batch batch = new Batch(id, now, events, identity, buffer.exchange(next), length);
        clear();
        return batch;
    }

    /** Takes the memory of a batch that was sent, stored or lost, and that nobody reads any more. */
    void reuse(Batch batch) {
        spare = batch.line();
    }

    private long lastDay(ExperimentType<?> type) {
        Long last = known.get(type);
        if (last == null) {
            last = lastDays.applyAsLong(type);
            known.put(type, last);
        }
        return last;
    }

    private void setDay(long now) {
        long today = Math.floorDiv(now, TimeUnit.DAYS.toMillis(1));
        if (today != epochDay) {
            epochDay = today;
            day = IsoDate.text(today);
            known.clear();
        }
    }
}
