package dev.vitrine.internal.delivery;

import dev.vitrine.internal.consent.BatchPermit;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a batch once it is made: stored, claimed, and then delivered, lost or kept for later.
 *
 * <p>Not safe for use by several threads at once; {@link Custody} sees to that.
 */
final class Parcels {
    private static final long SCAN_EVERY_MILLISECONDS = 1_000;

    private final BatchWriter writer;
    private final Spool spool;
    private final Ledger ledger;
    private final Claimer self;
    private long scanned = Long.MIN_VALUE;

    /** Takes the parts; {@code writer} gets the memory of each batch back that is done with. */
    Parcels(BatchWriter writer, Spool spool, Ledger ledger, Claimer self) {
        this.writer = writer;
        this.spool = spool;
        this.ledger = ledger;
        this.self = self;
    }

    /** A batch on its way: in a file that this run has claimed, or, when the disk refused, in memory alone. */
    static final class Parcel {
        private final Batch batch;
        private final Spool.@Nullable Claimed claimed;

        private Parcel(Batch batch, Spool.@Nullable Claimed claimed) {
            this.batch = batch;
            this.claimed = claimed;
        }

        Batch batch() {
            return batch;
        }

        /** Whether nothing is left of it when this run ends. */
        boolean isInMemoryAlone() {
            return claimed == null;
        }
    }

    /** The batch that has waited longest, claimed; null when there is none. */
    @Nullable
    Parcel next(long now) {
        Spool.Claimed claimed = spool.claimNext(now);
        return claimed == null ? null : new Parcel(claimed.batch(), claimed);
    }

    /** A parcel was delivered. */
    void delivered(Parcel parcel) {
        if (parcel.claimed == null) {
            ledger.delivered(parcel.batch.events());
        } else {
            spool.delivered(parcel.claimed);
        }
        writer.reuse(parcel.batch);
    }

    /** A parcel is lost. */
    void lost(Parcel parcel, LossReason reason) {
        if (parcel.claimed == null) {
            ledger.lost(reason, parcel.batch.events());
        } else {
            spool.lost(parcel.claimed, reason);
        }
        writer.reuse(parcel.batch);
    }

    /** A parcel is to be sent later; where it is in memory alone, the permit is needed to store it. */
    void keep(Parcel parcel, @Nullable BatchPermit permit, long now) {
        if (parcel.claimed != null) {
            spool.release(parcel.claimed);
        } else {
            storeIfAllowed(parcel.batch, permit, now);
        }
        writer.reuse(parcel.batch);
    }

    /** Stores a batch, if the decision that it was made under is in force; if not, it is lost, and counted. */
    void storeIfAllowed(Batch batch, @Nullable BatchPermit permit, long now) {
        if (batch.isWithdrawn() || permit == null || !batch.identity().isCoveredBy(permit)) {
            ledger.lost(LossReason.WITHDRAWN, batch.events());
        } else {
            store(permit, batch, false, now);
        }
    }

    /** Empties the spool. */
    void withdraw() {
        try {
            spool.withdraw();
        } catch (IOException | RuntimeException refused) {
            // The gate holds what could not be deleted: it is never sent, and the next run tries again.
            scanned = Long.MIN_VALUE;
        }
    }

    /** Looks at the spool, if that was never done: when a batch begins, beside the application's work, not when it ends. */
    void lookOnce(long now) {
        if (scanned == Long.MIN_VALUE) {
            look(now);
        }
    }

    /** Looks at the spool, if that was not done just now; false when it cannot be looked at. */
    boolean look(long now) {
        if (scanned != Long.MIN_VALUE && Math.abs(now - scanned) < SCAN_EVERY_MILLISECONDS) {
            return true;
        }
        scanned = now;
        try {
            ledger.adopt(self);
            spool.scan(now);
            return true;
        } catch (IOException | RuntimeException refused) {
            return false;
        }
    }

    /** How many batches wait on disk. */
    int waiting() {
        return spool.waiting();
    }

    /** When the oldest batch on disk was made; {@code Long.MAX_VALUE} when there is none. */
    long oldest() {
        return spool.oldest();
    }

    /**
     * Stores a batch.
     *
     * @param claimed whether it is to be sent next, by this run
     * @return the batch, when it is to be sent next, in memory alone if the disk refused; else it is stored, or lost and counted
     */
    @Nullable
    Parcel store(BatchPermit permit, Batch batch, boolean claimed, long now) {
        boolean counted = false;
        try {
            look(now);
            Spool.Claimed stored = spool.store(permit, batch, claimed);
            counted = true;
            return stored == null ? null : new Parcel(batch, stored);
        } catch (IOException | RuntimeException refused) {
            counted = true;
            if (claimed) {
                return new Parcel(batch, null);
            }
            ledger.lost(LossReason.DISK_ERROR, batch.events());
            return null;
        } finally {
            if (!counted) {
                ledger.lost(LossReason.FAULT, batch.events());
            }
        }
    }
}
