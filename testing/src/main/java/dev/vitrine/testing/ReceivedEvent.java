package dev.vitrine.testing;

/**
 * One event as it was sent.
 *
 * @param event its name on the wire
 * @param day the UTC date that was sent with it, {@code 2026-11-21}
 * @param payload its payload, the JSON object byte for byte
 */
public record ReceivedEvent(String event, String day, String payload) {

    /** Name and payload, as failed assertions show them. */
    @Override
    public String toString() {
        return event + ' ' + payload;
    }
}
