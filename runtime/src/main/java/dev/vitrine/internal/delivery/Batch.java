package dev.vitrine.internal.delivery;

/**
 * Some events as one request: the bytes that are stored, sent and kept in the audit log, the same each time.
 *
 * <p>Immutable; nobody writes into {@link #body}.
 */
final class Batch {
    private final String id;
    private final long created;
    private final int events;
    private final Identity identity;
    private final byte[] body;

    Batch(String id, long created, int events, Identity identity, byte[] body) {
        this.id = id;
        this.created = created;
        this.events = events;
        this.identity = identity;
        this.body = body;
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

    /** The request's body. */
    byte[] body() {
        return body;
    }
}
