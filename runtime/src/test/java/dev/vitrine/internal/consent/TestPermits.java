package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;

/** Permits for tests of what needs one. Only this package can make them, so this class is in it. */
public final class TestPermits {
    private TestPermits() {}

    /** Leave under anonymous consent. */
    public static BatchPermit anonymous() {
        return new BatchPermit(ConsentMode.ANONYMOUS, null, null, null);
    }

    /** Leave under identified consent. */
    public static BatchPermit identified(String trackingId, String userId) {
        return new BatchPermit(ConsentMode.IDENTIFIED, trackingId, userId, null);
    }

    /** Leave for a side request. */
    public static SideRequestPermit sideRequest(String trackingId) {
        return new SideRequestPermit(trackingId);
    }
}
