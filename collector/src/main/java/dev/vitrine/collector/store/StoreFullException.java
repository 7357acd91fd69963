package dev.vitrine.collector.store;

/** There is no room: nothing of what was handed over is kept, and what was kept before is whole. */
public final class StoreFullException extends Exception {
    private static final long serialVersionUID = 1;

    /** Says why. */
    public StoreFullException(String message) {
        super(message);
    }
}
