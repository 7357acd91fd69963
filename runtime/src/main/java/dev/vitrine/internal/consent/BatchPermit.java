package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import org.jspecify.annotations.Nullable;

/**
 * Leave to store or to send one batch now. Asked for right before each of the two, and never kept: it is as old as the
 * question.
 *
 * <p>A batch that was made under another {@link #mode}, with another {@link #trackingId} or {@link #userId}, or under a
 * decision of another {@link #scope}, is not covered by this permit: it was made under a decision that is no longer in
 * force, and counts as withdrawn.
 */
public final class BatchPermit implements NetworkPermit {
    private final ConsentMode mode;
    private final @Nullable String trackingId;
    private final @Nullable String userId;
    private final @Nullable String scope;

    /** For the gate alone. */
    BatchPermit(ConsentMode mode, @Nullable String trackingId, @Nullable String userId, @Nullable String scope) {
        this.mode = mode;
        this.trackingId = mode == ConsentMode.IDENTIFIED ? trackingId : null;
        this.userId = mode == ConsentMode.IDENTIFIED ? userId : null;
        this.scope = scope;
    }

    /** What is in force. */
    public ConsentMode mode() {
        return mode;
    }

    /** The random tracking id; null unless identified. */
    public @Nullable String trackingId() {
        return trackingId;
    }

    /** Stands for what the decision covers: 8 hexadecimal digits; null where nothing is stored, and all is covered. */
    public @Nullable String scope() {
        return scope;
    }

    /** What the user typed as an id; null unless identified, and when nothing was typed. */
    public @Nullable String userId() {
        return userId;
    }
}
