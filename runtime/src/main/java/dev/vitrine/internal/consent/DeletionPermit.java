package dev.vitrine.internal.consent;

/** Leave to ask the recipient, once, to delete what it has under a tracking id. */
public final class DeletionPermit implements NetworkPermit {
    private final String trackingId;

    /** For the gate alone. */
    DeletionPermit(String trackingId) {
        this.trackingId = trackingId;
    }

    /** The id under which the data was sent. */
    public String trackingId() {
        return trackingId;
    }
}
