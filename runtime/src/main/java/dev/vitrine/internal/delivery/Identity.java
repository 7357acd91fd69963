package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Under whose name, and by which decision, a batch was made.
 *
 * @param trackingId the tracking id; null in an anonymous batch
 * @param userId what the user typed as an id, or null
 * @param scope stands for one yes and what it covered; null where nothing was stored
 */
record Identity(
        @Nullable String trackingId,
        @Nullable String userId,
        @Nullable String scope) {
    /** Nobody's, and by no decision: of a batch that is for the user's own log alone. */
    static final Identity ANONYMOUS = new Identity(null, null, null);

    /** What a permit allows to be said. */
    static Identity of(BatchPermit permit) {
        return new Identity(permit.trackingId(), permit.userId(), permit.scope());
    }

    /**
     * Whether a batch with this identity may be stored or sent under {@code permit}, which must be for the same yes and scope: an
     * anonymous one under every such permit, any other under that of the very same identity.
     */
    boolean isCoveredBy(BatchPermit permit) {
        return Objects.equals(scope, permit.scope())
                && ((trackingId == null && userId == null)
                        || (Objects.equals(trackingId, permit.trackingId())
                                && Objects.equals(userId, permit.userId())));
    }
}
