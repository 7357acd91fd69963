package dev.vitrine.example.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the provider does with requests. */
public enum Behaviour {
    /** Answers each request as it was asked. */
    ANSWER("answers"),
    /** Answers {@code 403 Forbidden}. */
    REFUSE("refuses every request (403)"),
    /** Answers {@code 429 Too Many Requests}. */
    LIMIT("says that there are too many requests (429)"),
    /** Answers {@code 500 Internal Server Error}. */
    FAIL("fails at every request (500)"),
    /** Takes a request and never answers. */
    SILENCE("takes requests and never answers"),
    /** Takes a request and closes the connection. */
    HANG_UP("takes requests and hangs up"),
    /** Answers with a success whose content is not what the protocol says. */
    GARBLE("answers with what no client can read"),
    /** Answers the WebSocket handshake with {@code 426}, and everything else as it was asked. */
    REJECT_UPGRADE("rejects the upgrade to WebSocket"),
    /** Never answers the WebSocket handshake, and everything else as it was asked. */
    IGNORE_UPGRADE("never answers the upgrade to WebSocket"),
    /** Closes a WebSocket before the first message, and answers everything else as it was asked. */
    CLOSE_SOCKET("closes a WebSocket before its first message"),
    /** Ends a stream before its first event. */
    BREAK_AT_START("breaks a stream before its first event"),
    /** Breaks a stream half-way, after an event. */
    BREAK_BETWEEN("breaks a stream half-way, between two events"),
    /** Breaks a stream half-way, inside an event. */
    BREAK_INSIDE("breaks a stream half-way, inside an event"),
    /** Stops sending half-way and keeps the connection open. */
    STALL("stops half-way in a stream and keeps the line open"),
    /** Answers a request for a stream with something else. */
    NO_STREAM("answers with no stream where one was asked for");

    private final String explanation;

    Behaviour(String explanation) {
        this.explanation = explanation;
    }

    /** What it does, as the rest of a sentence that begins with the provider. */
    public String explanation() {
        return explanation;
    }

    /** The name as people type it, such as {@code reject-upgrade}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The behaviour with this {@link #word}, if there is one. */
    public static Optional<Behaviour> of(String word) {
        return Arrays.stream(values())
                .filter(behaviour -> behaviour.word().equals(word))
                .findFirst();
    }
}
