package dev.vitrine.collector.store;

/** More waits to be stored than can be stored soon: come again later. */
public final class StoreBusyException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public StoreBusyException(String message) {
        super(message);
    }
}
