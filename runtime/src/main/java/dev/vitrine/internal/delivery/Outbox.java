package dev.vitrine.internal.delivery;

import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.delivery.Parcels.Parcel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way from the queue to the disk: encodes events into a batch, and stores the batch when it is due. Asks the gate when
 * a batch begins, and again right before it is stored.
 *
 * <p>Not safe for use by several threads at once; {@link Custody} sees to that.
 */
final class Outbox {
    private static final int MOST_TURNS = 50;
    private static final long TURN_NANOSECONDS = 1_000_000;

    private final Custody custody;
    private final EventQueue queue;
    private final BatchWriter writer;
    private final Parcels parcels;
    private final Ledger ledger;
    private final @Nullable Path logFile;
    private final Supplier<@Nullable BatchPermit> permits;

    private boolean onlyLogged;
    /** While an event is neither in the batch nor counted as lost. */
    private boolean inHand;
    /** While the code of a record or of a list of names runs, which may do anything, even decide anew. */
    private boolean encoding;
    /** While the gate is asked, and with it perhaps the application's own store of decisions. */
    private volatile boolean asking;
    /** Whether all is to be emptied, as soon as the event that is being encoded is whole. */
    private volatile boolean withdrawalRequired;

    private long begun;

    /** Takes the parts; {@code logFile} is the user's own file, to which events go without consent, or null. */
    Outbox(
            Custody custody,
            EventQueue queue,
            BatchWriter writer,
            Parcels parcels,
            Ledger ledger,
            @Nullable Path logFile,
            Supplier<@Nullable BatchPermit> permits) {
        this.custody = custody;
        this.queue = queue;
        this.writer = writer;
        this.parcels = parcels;
        this.ledger = ledger;
        this.logFile = logFile;
        this.permits = permits;
    }

    /** Has the gate look at the stored decision, if anything depends on it: what was withdrawn is then gone at once. */
    void askGate() {
        boolean depends = (writer.events() > 0 && !onlyLogged) || parcels.waiting() > 0;
        if (depends && permit() == null) {
            withdraw();
        }
    }

    /**
     * As {@link #collect}, and waits for those who have a place in the queue, and have not put their event there yet: else
     * what others have put behind it would stay.
     */
    void collectAll(long now) {
        collect(now);
        for (int turn = 0; queue.size() > 0 && !writer.isFull() && turn < MOST_TURNS; turn++) {
            LockSupport.parkNanos(this, TURN_NANOSECONDS);
            collect(now);
        }
    }

    /** Encodes what is queued, until the batch is full. */
    void collect(long now) {
        if (queue.size() > 0) {
            ledger.look();
        }
        Record event;
        while (!writer.isFull() && (event = queue.poll()) != null) {
            ledger.recorded(1);
            inHand = true;
            LossReason reason = LossReason.FAULT;
            try {
                reason = writer.events() > 0 || begin(now) ? encode(queue.type(), event, now) : LossReason.WITHDRAWN;
            } finally {
                // Also when an Error passes through here; who took it all has counted it.
                if (!custody.isTaken()) {
                    inHand = false;
                    if (reason != null) {
                        ledger.lost(reason, 1);
                    }
                }
            }
            if (withdrawalRequired) {
                withdraw();
            }
        }
    }

    private @Nullable LossReason encode(ExperimentType<?> type, Record event, long now) {
        writer.mark();
        encoding = true;
        custody.lend();
        try {
            return writer.add(type, event, now);
        } finally {
            custody.regain();
            encoding = false;
        }
    }

    /** Asks the gate, which may ask the application's own store of decisions. */
    private @Nullable BatchPermit permit() {
        asking = true;
        custody.lend();
        BatchPermit permit;
        try {
            permit = permits.get();
        } finally {
            custody.regain();
            asking = false;
        }
        if (permit == null) {
            ledger.withdraw();
        } else {
            ledger.resume(inHand ? 1 : 0);
        }
        return permit;
    }

    /** Has counts that no batch came with, of events that were all invalid, say, stored with those of other runs. */
    void keepCounts(long now) {
        if (ledger.isHomeless() && permit() != null) {
            parcels.lookOnce(now);
        }
    }

    /**
     * Stores what is whole of what a thread holds that runs code of the application's, and counts the rest: to encode it would
     * run that code again, and the end of the run would wait for it after all.
     */
    void salvage(long now) {
        int lost = inHand ? 1 : 0;
        while (queue.poll() != null) {
            ledger.recorded(1);
            lost++;
        }
        if (asking) {
            lost += writer.events();
        } else if (writer.markedEvents() > 0) {
            Batch batch = writer.copy(now);
            LatePermit late = onlyLogged ? null : LatePermit.ask(permits);
            if (late == null) {
                log(batch);
            } else if (late.isAnswered()) {
                parcels.storeIfAllowed(batch, late.permit(), now);
            } else {
                lost += batch.events();
            }
        }
        ledger.lost(LossReason.HELD_UP, lost);
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
        BatchPermit permit = writer.events() == 0 ? null : permit();
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
        Parcel parcel = parcels.store(permit, batch, claimed, now);
        if (parcel == null) {
            writer.reuse(batch);
        }
        return parcel;
    }

    /**
     * Empties everything: queue, batch and spool. What was recorded for the user's own log alone goes there.
     *
     * @return false when the code of an event has asked for it: it is done as soon as that event is whole
     */
    boolean withdraw() {
        withdrawalRequired = true;
        if (encoding) {
            return false;
        }
        withdrawalRequired = false;
        boolean lent = asking;
        if (lent) {
            custody.regain();
            asking = false;
        }
        empty();
        if (lent) {
            asking = true;
            custody.lend();
        }
        return true;
    }

    /** Has all emptied by whoever has custody next. Any thread may call this. */
    void requireWithdrawal() {
        withdrawalRequired = true;
        writer.withdraw();
    }

    /** Whether all is to be emptied. */
    boolean isWithdrawalRequired() {
        return withdrawalRequired;
    }

    /** Whether the gate is being asked. Any thread may call this. */
    boolean isAsking() {
        return asking;
    }

    /** A parcel is to be sent later. */
    void keep(Parcel parcel, long now) {
        parcels.keep(parcel, parcel.isInMemoryAlone() ? permit() : null, now);
    }

    private void empty() {
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
        parcels.withdraw();
    }

    private boolean begin(long now) {
        BatchPermit permit = permit();
        onlyLogged = permit == null;
        if (permit == null && logFile == null) {
            return false;
        }
        if (permit != null) {
            parcels.lookOnce(now);
        }
        writer.begin(permit == null ? Identity.ANONYMOUS : Identity.of(permit));
        begun = now;
        return true;
    }

    private void logOnly(long now) {
        Batch batch = writer.finish(now);
        log(batch);
        writer.reuse(batch);
    }

    private void log(Batch batch) {
        AuditLog.appendToLogFile(logFile, batch);
        ledger.lost(LossReason.ONLY_LOGGED, batch.events());
    }

    private void discard() {
        if (writer.events() > 0) {
            ledger.lost(LossReason.WITHDRAWN, writer.events());
        }
        writer.clear();
    }
}
