package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.BatchPermit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way from the queue to the disk: encodes events into a batch, and stores the batch when it is due. Asks the gate when
 * a batch begins, and again right before it is stored.
 *
 * <p>Not safe for use by several threads at once; {@link Delivery} has a lock for it.
 */
final class Outbox {
    private static final long SCAN_EVERY_MILLISECONDS = 1_000;

    private final EventQueue queue;
    private final BatchWriter writer;
    private final Spool spool;
    private final Ledger ledger;
    private final @Nullable Path logFile;
    private final Supplier<@Nullable BatchPermit> permits;
    private final Claimer self;

    private boolean onlyLogged;
    /** While the code of a record or of a list of names runs, which may do anything, even decide anew. */
    private boolean encoding;

    private boolean withdrawnMeanwhile;
    private long begun;
    private long scanned = Long.MIN_VALUE;

    /** Takes the parts; {@code logFile} is the user's own file, to which events go without consent, or null. */
    Outbox(
            EventQueue queue,
            BatchWriter writer,
            Spool spool,
            Ledger ledger,
            @Nullable Path logFile,
            Supplier<@Nullable BatchPermit> permits,
            Claimer self) {
        this.queue = queue;
        this.writer = writer;
        this.spool = spool;
        this.ledger = ledger;
        this.logFile = logFile;
        this.permits = permits;
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
    }

    /** Has the gate look at the stored decision, if anything depends on it: what was withdrawn is then gone at once. */
    void askGate() {
        boolean depends = (writer.events() > 0 && !onlyLogged) || spool.waiting() > 0;
        if (depends && permits.get() == null) {
            withdraw();
        }
    }

    /** Encodes what is queued, until the batch is full. */
    void collect(long now) {
        Record event;
        while (!writer.isFull() && (event = queue.poll()) != null) {
            ledger.recorded(1);
            if (writer.events() > 0 || begin(now)) {
                encode(queue.type(), event, now);
            } else {
                ledger.lost(LossReason.WITHDRAWN, 1);
            }
        }
    }

    private void encode(ExperimentType<?> type, Record event, long now) {
        LossReason reason = LossReason.INVALID;
        encoding = true;
        try {
            reason = writer.add(type, event, now);
        } finally {
            encoding = false;
            // The record's own code may throw anything, also an Error that is to be passed on.
            if (reason != null) {
                ledger.lost(reason, 1);
            }
        }
        if (withdrawnMeanwhile) {
            withdrawnMeanwhile = false;
            withdraw();
        }
    }

    /** How many events are in the batch. */
    int events() {
        return writer.events();
    }

    /** Whether the batch should wait for no more events. */
    boolean isFull() {
        return writer.isFull();
    }

    /** Whether the batch is so small that it had better wait for more events, if they come in a steady stream. */
    boolean isSmall() {
        return writer.isSmall();
    }

    /** When the batch was begun. */
    long begun() {
        return begun;
    }

    /**
     * Stores the batch.
     *
     * @param claimed whether it is to be sent next, by this run
     * @return the batch, when it is to be sent next; else it is stored, or lost and counted
     */
    @Nullable
    Parcel flush(long now, boolean claimed) {
        BatchPermit permit = writer.events() == 0 ? null : permits.get();
        // Asking the gate may have found out that consent was withdrawn, and have emptied the batch.
        if (writer.events() == 0) {
            return null;
        }
        if (onlyLogged) {
            logOnly(now);
            return null;
        }
        if (permit == null || !writer.identity().isCoveredBy(permit)) {
            discard();
            return null;
        }
        Batch batch = writer.finish(now);
        Parcel parcel = store(permit, batch, claimed, now);
        if (parcel == null) {
            writer.reuse(batch);
        }
        return parcel;
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

    /** A parcel is to be sent later. */
    void keep(Parcel parcel, long now) {
        BatchPermit permit = parcel.claimed == null ? permits.get() : null;
        if (parcel.claimed != null) {
            spool.release(parcel.claimed);
        } else if (parcel.batch.isWithdrawn()
                || permit == null
                || !parcel.batch.identity().isCoveredBy(permit)) {
            ledger.lost(LossReason.WITHDRAWN, parcel.batch.events());
        } else {
            store(permit, parcel.batch, false, now);
        }
        writer.reuse(parcel.batch);
    }

    /** Empties everything: queue, batch and spool. What was recorded for the user's own log alone goes there. */
    void withdraw() {
        if (encoding) {
            // Half an event is in the batch: as soon as it is whole.
            withdrawnMeanwhile = true;
            return;
        }
        if (!onlyLogged) {
            discard();
        } else if (writer.events() > 0) {
            // Else what is recorded after a yes would join it, and be logged alone.
            logOnly(begun);
        }
        while (queue.poll() != null) {
            ledger.recorded(1);
            ledger.lost(LossReason.WITHDRAWN, 1);
        }
        try {
            spool.withdraw();
        } catch (IOException | RuntimeException refused) {
            // The gate holds what could not be deleted: it is never sent, and the next run tries again.
            scanned = Long.MIN_VALUE;
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

    private boolean begin(long now) {
        BatchPermit permit = permits.get();
        onlyLogged = permit == null;
        if (permit == null && logFile == null) {
            return false;
        }
        if (permit != null && scanned == Long.MIN_VALUE) {
            // Here, beside the application's work, and not when it wants to end.
            look(now);
        }
        writer.begin(permit == null ? Identity.ANONYMOUS : Identity.of(permit));
        begun = now;
        return true;
    }

    private @Nullable Parcel store(BatchPermit permit, Batch batch, boolean claimed, long now) {
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

    private void logOnly(long now) {
        Batch batch = writer.finish(now);
        AuditLog.appendToLogFile(logFile, batch);
        ledger.lost(LossReason.ONLY_LOGGED, batch.events());
        writer.reuse(batch);
    }

    private void discard() {
        if (writer.events() > 0) {
            ledger.lost(LossReason.WITHDRAWN, writer.events());
        }
        writer.clear();
    }
}
