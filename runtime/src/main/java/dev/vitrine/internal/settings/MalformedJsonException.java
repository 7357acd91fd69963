package dev.vitrine.internal.settings;

/** A text that is not JSON, or not the JSON that was expected. Its message says what is wrong, and where. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1;

    /** Takes a message that can follow "because", without a full stop. */
    public MalformedJsonException(String message) {
        super(message);
    }
}
