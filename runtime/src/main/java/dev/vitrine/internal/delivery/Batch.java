package dev.vitrine.internal.delivery;

import java.util.Arrays;

/**
 * Some events as one request: the bytes that are stored, sent and kept in the audit log, the same each time.
 *
 * <p>Nobody writes into {@link #line} until the batch has come to its end; then {@link BatchWriter} may use it again.
 */
final class Batch {
    private final String id;
    private final long created;
    private final int events;
    private final Identity identity;
    private final byte[] line;
    private final int length;
    private volatile boolean withdrawn;

    /** Takes an array that begins with the body, then a line feed; what follows is not looked at. */
    Batch(String id, long created, int events, Identity identity, byte[] line, int length) {
        if (line[length] != '\n') {
            throw new IllegalArgumentException("a batch that is no line");
        }
        this.id = id;
        this.created = created;
        this.events = events;
        this.identity = identity;
        this.line = line;
        this.length = length;
    }

    /** The random id, 32 hexadecimal digits. */
    String id() {
        return id;
    }

    /** When it was made, in milliseconds since 1970-01-01 (UTC). */
    long created() {
        return created;
    }

    /** How many events it holds. */
    int events() {
        return events;
    }

    /** Under whose name. */
    Identity identity() {
        return identity;
    }

    /** An array that begins with the request's body, and the line feed that ends it as a line of the audit log. */
    byte[] line() {
        return line;
    }

    /** How long the request's body is. */
    int length() {
        return length;
    }

    /** Says, from any thread, that it may not leave any more, whatever is decided afterwards. */
    void withdraw() {
        withdrawn = true;
    }

    /** Whether it may not leave any more. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    /** A copy of the request's body. */
    byte[] body() {
        return Arrays.copyOf(line, length);
    }
}
