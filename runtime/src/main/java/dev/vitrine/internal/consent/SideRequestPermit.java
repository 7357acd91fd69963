package dev.vitrine.internal.consent;

import org.jspecify.annotations.Nullable;

/** Leave to make one side request now. */
public final class SideRequestPermit implements NetworkPermit {
    private final @Nullable String trackingId;

    /** For the gate alone. */
    SideRequestPermit(@Nullable String trackingId) {
        this.trackingId = trackingId;
    }

    /** The tracking id to send along; null unless identified consent is in force and covers this request. */
    public @Nullable String trackingId() {
        return trackingId;
    }
}
