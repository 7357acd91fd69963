package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.Hexadecimal;
import org.jspecify.annotations.Nullable;

/**
 * The name of a batch's file in the spool. It tells all that is needed to keep the spool in bounds and the ledger exact
 * without opening a file: {@code <created>-<events>-<bytes>-<id>}, then {@code .batch} for one that waits, {@code
 * .<claimer>.sending} for one that is claimed, {@code .<claimer>.writing} for one that is not whole yet.
 *
 * @param created when the batch was made, in milliseconds since 1970-01-01 (UTC)
 * @param events how many events it holds
 * @param bytes how long the file is
 * @param id the batch's id, 32 hexadecimal digits
 * @param claimer who has claimed it; null for one that waits
 * @param whole whether the file is whole; one that waits always is
 */
record BatchName(
        long created,
        int events,
        int bytes,
        String id,
        @Nullable Claimer claimer,
        boolean whole) {
    static final int ID_DIGITS = 32;
    /** More than any batch has. */
    static final int LARGEST_BYTES = 1024 * 1024;

    private static final int MOST_EVENTS = 1_000_000;
    private static final String WAITING = "batch";
    private static final String SENDING = "sending";
    private static final String WRITING = "writing";

    /** The same batch, waiting. */
    BatchName waiting() {
        return new BatchName(created, events, bytes, id, null, true);
    }

    /** The same batch, claimed. */
    BatchName claimedBy(Claimer claimer) {
        return new BatchName(created, events, bytes, id, claimer, true);
    }

    /** The same batch, not whole yet. */
    BatchName writtenBy(Claimer claimer) {
        return new BatchName(created, events, bytes, id, claimer, false);
    }

    /** The same batch, made at another time. */
    BatchName createdAt(long created) {
        return new BatchName(created, events, bytes, id, claimer, whole);
    }

    /** Reads a file's name; null when it is not exactly one of ours, and the file nothing that may be touched. */
    static @Nullable BatchName parse(String name) {
        String[] parts = name.split("\\.", -1);
        String[] numbers = parts[0].split("-", -1);
        if (parts.length < 2
                || parts.length > 3
                || numbers.length != 4
                || !Hexadecimal.isDigits(numbers[3], ID_DIGITS)) {
            return null;
        }
        try {
            long created = Long.parseLong(numbers[0]);
            int events = Integer.parseInt(numbers[1]);
            int bytes = Integer.parseInt(numbers[2]);
            Claimer claimer = parts.length == 3 ? Claimer.parse(parts[1]) : null;
            boolean whole = !parts[parts.length - 1].equals(WRITING);
            BatchName parsed = new BatchName(created, events, bytes, numbers[3], claimer, whole);
            boolean plausible =
                    created >= 0 && events > 0 && events <= MOST_EVENTS && bytes > 0 && bytes <= LARGEST_BYTES;
            return plausible && parsed.toString().equals(name) ? parsed : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    @Override
    public String toString() {
        String stem = "" + created + '-' + events + '-' + bytes + '-' + id + '.';
        return claimer == null ? stem + WAITING : stem + claimer + '.' + (whole ? SENDING : WRITING);
    }
}
