package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.internal.encoding.PseudonymKey;
import org.jspecify.annotations.Nullable;

/**
 * Leave to store or to send one batch now. Asked for right before each of the two, and never kept: it is as old as the
 * question.
 *
 * <p>A batch that was made under another {@link #mode} or with another {@link #trackingId} or {@link #userId} is not
 * covered by this permit: it was made under a decision that is no longer in force, and counts as withdrawn.
 */
public final class BatchPermit implements NetworkPermit {
    private final ConsentMode mode;
    private final @Nullable String trackingId;
    private final @Nullable String userId;
    private final InstallationSalt salt;

    /** For the gate alone. */
    BatchPermit(ConsentMode mode, @Nullable String trackingId, @Nullable String userId, InstallationSalt salt) {
        this.mode = mode;
        this.trackingId = mode == ConsentMode.IDENTIFIED ? trackingId : null;
        this.userId = mode == ConsentMode.IDENTIFIED ? userId : null;
        this.salt = salt;
    }

    /** What is in force. */
    public ConsentMode mode() {
        return mode;
    }

    /** The random tracking id; null unless identified. */
    public @Nullable String trackingId() {
        return trackingId;
    }

    /** What the user typed as an id; null unless identified, and when nothing was typed. */
    public @Nullable String userId() {
        return userId;
    }

    /**
     * The key of this installation, from which pseudonyms are made; null unless identified, or when it can be neither
     * read nor stored. The first call makes it, so it is asked for only when there is a pseudonym to write.
     */
    public @Nullable PseudonymKey pseudonymKey() {
        return mode == ConsentMode.IDENTIFIED ? salt.key() : null;
    }
}
