package dev.vitrine.internal.delivery;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The name of a batch's file in the spool. It tells all that is needed to keep the spool in bounds and the ledger exact
 * without opening a file: {@code <created>-<events>-<bytes>-<id>}, then {@code .batch} for one that waits, {@code
 * .<claimer>.sending} for one that is claimed, {@code .<claimer>.writing} for one that is not whole yet.
 */
final class BatchName implements Comparable<BatchName> {
    static final int ID_DIGITS = 32;
    /** More than any batch has. */
    static final int LARGEST_BYTES = 1024 * 1024;

    private static final int MOST_EVENTS = 1_000_000;
    private static final int MOST_DIGITS = 18;
    /** A claimed one, of today, with a large process id. */
    private static final int LONGEST = 128;

    private static final String WAITING = "batch";
    private static final String SENDING = "sending";
    private static final String WRITING = "writing";

    private final long created;
    private final int events;
    private final int bytes;
    private final @Nullable Claimer claimer;
    private final boolean whole;
    /** Made once: a file is called by its name several times. */
    private final String text;
    /** Where the id begins. */
    private final int idStart;

    BatchName(long created, int events, int bytes, String id, @Nullable Claimer claimer, boolean whole) {
        StringBuilder name = new StringBuilder(LONGEST)
                .append(created)
                .append('-')
                .append(events)
                .append('-')
                .append(bytes)
                .append('-');
        this.idStart = name.length();
        name.append(id).append('.');
        if (claimer != null) {
            name.append(claimer).append('.');
        }
        this.text = name.append(claimer == null ? WAITING : whole ? SENDING : WRITING)
                .toString();
        this.created = created;
        this.events = events;
        this.bytes = bytes;
        this.claimer = claimer;
        this.whole = whole;
    }

    /** One that was read, and is as we write it. */
    private BatchName(long[] numbers, int idStart, @Nullable Claimer claimer, boolean whole, String text) {
        this.created = numbers[0];
        this.events = (int) numbers[1];
        this.bytes = (int) numbers[2];
        this.idStart = idStart;
        this.claimer = claimer;
        this.whole = whole;
        this.text = text;
    }

    /** When the batch was made, in milliseconds since 1970-01-01 (UTC). */
    long created() {
        return created;
    }

    /** How many events it holds. */
    int events() {
        return events;
    }

    /** How long the file is. */
    int bytes() {
        return bytes;
    }

    /** The batch's id, 32 hexadecimal digits. */
    String id() {
        return text.substring(idStart, idStart + ID_DIGITS);
    }

    /** Who has claimed it; null for one that waits. */
    @Nullable
    Claimer claimer() {
        return claimer;
    }

    /** Whether the file is whole; one that waits always is. */
    boolean whole() {
        return whole;
    }

    /** The same batch, waiting. */
    BatchName waiting() {
        return new BatchName(created, events, bytes, id(), null, true);
    }

    /** The same batch, claimed. */
    BatchName claimedBy(Claimer claimer) {
        return new BatchName(created, events, bytes, id(), claimer, true);
    }

    /** The same batch, not whole yet. */
    BatchName writtenBy(Claimer claimer) {
        return new BatchName(created, events, bytes, id(), claimer, false);
    }

    /** The same batch, made at another time. */
    BatchName createdAt(long created) {
        return new BatchName(created, events, bytes, id(), claimer, whole);
    }

    /**
     * Reads a file's name; null when it is not exactly one of ours, and the file nothing that may be touched. Byte by byte,
     * and no more than is needed to be sure: a run may find five hundred before its code is compiled.
     */
    static @Nullable BatchName parse(String name) {
        byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
        long[] numbers = new long[3];
        int position = 0;
        for (int i = 0; i < numbers.length; i++) {
            int end = position;
            long number = 0;
            while (end < letters.length && letters[end] >= '0' && letters[end] <= '9') {
                number = 10 * number + letters[end++] - '0';
            }
            // As we write numbers: at most 18 digits, and no zero before others.
            boolean written = end > position && end - position <= MOST_DIGITS;
            if (!written
                    || end == letters.length
                    || letters[end] != '-'
                    || (letters[position] == '0' && end > position + 1)) {
                return null;
            }
            numbers[i] = number;
            position = end + 1;
        }
        int stem = position + ID_DIGITS;
        if (letters.length <= stem || letters[stem] != '.' || !isPlausible(numbers[1], numbers[2])) {
            return null;
        }
        for (int i = position; i < stem; i++) {
            byte c = letters[i];
            if (c < '0' || (c > '9' && c < 'a') || c > 'f') {
                return null;
            }
        }
        if (letters.length == stem + 1 + WAITING.length()) {
            return name.endsWith(WAITING) ? new BatchName(numbers, position, null, true, name) : null;
        }
        int dot = name.lastIndexOf('.');
        Claimer claimer = dot <= stem ? null : Claimer.parse(name.substring(stem + 1, dot));
        boolean whole = name.endsWith(SENDING);
        boolean known = whole
                ? dot + 1 + SENDING.length() == name.length()
                : name.substring(dot + 1).equals(WRITING);
        return claimer != null && known ? new BatchName(numbers, position, claimer, whole, name) : null;
    }

    private static boolean isPlausible(long events, long bytes) {
        return events > 0 && events <= MOST_EVENTS && bytes > 0 && bytes <= LARGEST_BYTES;
    }

    /** The oldest first. */
    @Override
    public int compareTo(BatchName other) {
        int byTime = Long.compare(created, other.created);
        return byTime != 0 ? byTime : id().compareTo(other.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
