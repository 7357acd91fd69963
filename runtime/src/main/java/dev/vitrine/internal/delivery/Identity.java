package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name a batch was made.
 *
 * @param trackingId the tracking id; null in an anonymous batch
 * @param userId what the user typed as an id, or null
 */
record Identity(@Nullable String trackingId, @Nullable String userId) {
    static final Identity ANONYMOUS = new Identity(null, null);

    /** What a permit allows to be said. */
    static Identity of(BatchPermit permit) {
        return permit.trackingId() == null ? ANONYMOUS : new Identity(permit.trackingId(), permit.userId());
    }

    /**
     * Whether a batch with this identity may be stored or sent under {@code permit}: an anonymous one under every permit,
     * any other under that of the very same identity.
     */
    boolean isCoveredBy(BatchPermit permit) {
        return (trackingId == null && userId == null)
                || (Objects.equals(trackingId, permit.trackingId()) && Objects.equals(userId, permit.userId()));
    }
}
