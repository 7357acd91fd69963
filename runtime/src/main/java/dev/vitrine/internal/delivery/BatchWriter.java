package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.delivery.EventQueue.Pending;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.RandomBytes;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The batch that is being made: events are encoded as they come, into one buffer that is used again.
 *
 * <p>Not safe for use by several threads at once.
 */
final class BatchWriter {
    /** A batch is full when it is this long; the request, with one more event, stays well below what servers take. */
    private static final int FULL_BYTES = 64 * 1024;

    private final BatchFormat format;
    private final Supplier<@Nullable PseudonymKey> pseudonymKey;
    private final Utf8Buffer buffer = new Utf8Buffer(4096);
    private final PayloadWriter payloads;

    private Identity identity = Identity.ANONYMOUS;
    private @Nullable PseudonymKey key;
    private String id = "";
    private int events;
    private long epochDay = Long.MIN_VALUE;
    private String day = "";

    /** Takes the protocol's format, and the key for pseudonyms, which is asked only in batches with a tracking id. */
    BatchWriter(BatchFormat format, Supplier<@Nullable PseudonymKey> pseudonymKey) {
        this.format = format;
        this.pseudonymKey = pseudonymKey;
        this.payloads = new PayloadWriter(buffer, this::keyForIdentity);
    }

    /** Begins a batch, forgetting what was written. */
    void begin(Identity identity) {
        this.identity = identity;
        // Read anew for each batch: the user may have had it deleted.
        key = null;
        events = 0;
        id = RandomBytes.nextHexadecimal(BatchName.ID_DIGITS / 2);
        buffer.truncate(0);
        format.begin(buffer, id, identity);
    }

    /**
     * Encodes one more event.
     *
     * @return null when it is in the batch, else why it is not; the batch is then as it was
     */
    @Nullable
    LossReason add(Pending<?> pending, long now) {
        setDay(now);
        ExperimentType<?> type = pending.type();
        if (type.expires() < epochDay) {
            return LossReason.EXPIRED;
        }
        int start = buffer.length();
        boolean valid = false;
        try {
            format.beginEvent(buffer, events, type.event(), day);
            int payloadStart = buffer.length();
            if (pending.encode(payloads)) {
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

    /** How many events are in it. */
    int events() {
        return events;
    }

    /** Whether it should be sent before more is added. */
    boolean isFull() {
        return buffer.length() >= FULL_BYTES;
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

    /** Ends the batch: its bytes do not change from here on. */
    Batch finish(long now) {
        format.end(buffer);
        Batch batch = new Batch(id, now, events, identity, buffer.toByteArray());
        clear();
        return batch;
    }

    private @Nullable PseudonymKey keyForIdentity() {
        if (identity.trackingId() != null && key == null) {
            key = pseudonymKey.get();
        }
        return key;
    }

    private void setDay(long now) {
        long today = Math.floorDiv(now, TimeUnit.DAYS.toMillis(1));
        if (today != epochDay) {
            epochDay = today;
            day = LocalDate.ofEpochDay(today).toString();
        }
    }
}
