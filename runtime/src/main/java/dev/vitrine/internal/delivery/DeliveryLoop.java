package dev.vitrine.internal.delivery;

import dev.vitrine.internal.delivery.Parcels.Parcel;
import dev.vitrine.internal.delivery.Transport.Outcome;
import dev.vitrine.internal.delivery.Transport.Verdict;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When what happens: the loop that the delivery thread runs, in steps that a test can take one by one.
 *
 * <p>A batch is stored before it is sent, and sent outside the lock: whoever needs the lock meanwhile, to close or to
 * withdraw, waits for no network.
 */
final class DeliveryLoop {
    /** The network is not used before this time after the first event: a short run never loads its classes. */
    static final long FIRST_LINGER_MILLISECONDS = 250;
    /** For how long a batch waits for company while the recipient takes what comes. */
    static final long LINGER_MILLISECONDS = 100;
    /**
     * A small batch leaves this long after the last one: while events keep coming, one request, one file and one line of the
     * audit log serve a second's worth, and not a tenth's. The first event after a quiet second does not wait for it.
     */
    static final long STEADY_LINGER_MILLISECONDS = 1_000;
    /**
     * How often the queue is looked at in the second after a batch has left. Callers need not wake the delivery thread then,
     * which takes them ten microseconds and more: what they record would wait anyway.
     */
    static final long LOOK_MILLISECONDS = 250;
    /** For how long it waits while nothing can be sent: so that 500 files last. */
    static final long AWAY_LINGER_MILLISECONDS = 60_000;
    /** How often the gate is asked while something waits: a withdrawal elsewhere is noticed in this time. */
    static final long GATE_MILLISECONDS = 500;
    /** For how long nothing is sent when the audit log cannot be written. */
    static final long UNLOGGED_PAUSE_MILLISECONDS = 60_000;
    /** A batch that has waited this long is worth to wait for at the end of a run. */
    static final long OVERDUE_MILLISECONDS = 3_600_000;
    /** There is nothing to do until an event comes. */
    static final long IDLE = Long.MAX_VALUE;

    private final Custody custody;
    private final Outbox outbox;
    private final Parcels parcels;
    private final Ledger ledger;
    private final Backoff backoff;
    private final Claimer self;
    private final StateDirectory state;
    private final Supplier<Transport> transports;

    private volatile @Nullable Transport transport;
    private volatile boolean ended;
    private volatile boolean hurried;
    private boolean closing;
    /** What is being sent, if anything. */
    private volatile @Nullable Parcel underway;

    private boolean failureCounted;
    private long firstEvent = -1;
    private boolean anyLeft;
    private long lastLeft;
    private long notBefore;

    /** Takes the parts, of which {@code custody} guards all but the network. */
    DeliveryLoop(
            Custody custody,
            Outbox outbox,
            Parcels parcels,
            Ledger ledger,
            Backoff backoff,
            Claimer self,
            StateDirectory state,
            Supplier<Transport> transports) {
        this.custody = custody;
        this.outbox = outbox;
        this.parcels = parcels;
        this.ledger = ledger;
        this.backoff = backoff;
        this.self = self;
        this.state = state;
        this.transports = transports;
    }

    /**
     * Does what is due.
     *
     * @return in how many milliseconds there is something to do again, 0 for at once; {@link #IDLE} when an event must
     *     come first
     */
    long step(long now) {
        Parcel parcel;
        custody.enter();
        try {
            if (ended || custody.isTaken()) {
                return IDLE;
            }
            withdrawIfRequired();
            parcel = nextParcel(now);
            if (parcel == null) {
                save();
                return untilNext(now);
            }
            underway = parcel;
            failureCounted = false;
            backoff.attempt(now);
        } finally {
            custody.leave();
        }
        send(parcel, now);
        return 0;
    }

    /**
     * Stores what is queued, as the last thing in a run. The caller has custody.
     *
     * @return whether what has waited for long may be waited for, for a second
     */
    boolean storeTail(long now) {
        closing = true;
        withdrawIfRequired();
        do {
            outbox.collectAll(now);
            outbox.flush(now, false);
        } while (outbox.isFull());
        outbox.keepCounts(now);
        save();
        return now - parcels.oldest() > OVERDUE_MILLISECONDS
                && backoff.remaining(now) == 0
                && WaitTurn.take(state, now);
    }

    /**
     * Stores or counts what is in the hands of a thread that runs code of the application's. The caller has taken it from
     * that thread.
     */
    void salvage(long now) {
        closing = true;
        outbox.salvage(now);
        if (outbox.isWithdrawalRequired()) {
            parcels.withdraw();
        }
        countUnstored();
        save();
    }

    /** Sends what waits, without waiting for company. */
    void hurry() {
        hurried = true;
    }

    /** Whether there is nothing left that could be sent now. The caller has custody. */
    boolean isDone(long now) {
        return underway == null && (parcels.waiting() == 0 || pause(now) > 0);
    }

    /** Ends the loop, and breaks off what is being sent. Takes no lock. */
    void end() {
        ended = true;
        Transport current = transport;
        if (current != null) {
            current.abort();
        }
    }

    /**
     * Counts an attempt that was broken off as one that failed; otherwise each run to come would ask again. The caller
     * has custody. The thread that was sending puts the batch back.
     */
    void settle(long now) {
        if (underway != null && !failureCounted) {
            failureCounted = true;
            backoff.failed(now, 0);
        }
        countUnstored();
        save();
    }

    /** What is on its way and in memory alone, for the disk has refused it, is lost when the run ends before it comes back. */
    private void countUnstored() {
        Parcel sent = underway;
        if (sent != null && sent.isInMemoryAlone()) {
            ledger.lost(LossReason.DISK_ERROR, sent.batch().events());
            underway = null;
        }
    }

    /** Whether the loop has been ended. */
    boolean isEnded() {
        return ended;
    }

    /**
     * Has what is about to be sent not be written any more, and queue, batch and spool emptied by whoever has custody next. Any
     * thread may call this.
     */
    void requireWithdrawal() {
        outbox.requireWithdrawal();
        withdrawUnderway();
    }

    private void withdrawUnderway() {
        Parcel sent = underway;
        if (sent != null) {
            sent.batch().withdraw();
        }
    }

    /** Whether the gate is being asked. Any thread may call this. */
    boolean isAsking() {
        return outbox.isAsking();
    }

    /** Empties them, if that is required; what is about to be sent is not written any more. The caller has custody. */
    void withdrawIfRequired() {
        if (!outbox.isWithdrawalRequired()) {
            return;
        }
        // Once more: it may have set out since.
        withdrawUnderway();
        if (outbox.withdraw()) {
            save();
        }
    }

    private @Nullable Parcel nextParcel(long now) {
        if (closing && !hurried) {
            // A run that ends sends nothing more, unless it has the turn to wait for it.
            return null;
        }
        outbox.askGate();
        outbox.collect(now);
        if (ended) {
            // The code of a record has closed us: what is here is stored as the thread leaves, and not sent.
            return null;
        }
        if (firstEvent < 0 && outbox.events() > 0) {
            firstEvent = now;
        }
        long pause = pause(now);
        boolean due = outbox.events() > 0 && (outbox.isFull() || hurried || untilDue(pause, now) == 0);
        Parcel parcel = due ? outbox.flush(now, pause == 0) : null;
        if (parcel != null) {
            anyLeft = true;
            lastLeft = now;
        }
        return parcel == null && pause == 0 ? parcels.next(now) : parcel;
    }

    private void send(Parcel parcel, long now) {
        Outcome outcome = new Outcome(Verdict.LATER);
        try {
            outcome = transport().send(parcel.batch());
        } finally {
            custody.enter();
            try {
                // If not, it is counted already, or the next run finds it in the spool: at worst it is sent twice, and
                // counted once.
                if (!custody.isTaken() && underway != null) {
                    conclude(parcel, outcome, now);
                }
            } finally {
                underway = null;
                custody.leave();
            }
        }
    }

    private void conclude(Parcel parcel, Outcome outcome, long now) {
        switch (outcome.verdict()) {
            case DELIVERED -> {
                backoff.succeeded();
                parcels.delivered(parcel);
            }
            case REFUSED -> {
                // An answer, and a clear one: the recipient is there.
                backoff.succeeded();
                parcels.lost(parcel, LossReason.REFUSED);
            }
            case LATER -> {
                if (!failureCounted) {
                    backoff.failed(now, outcome.retryAfterMilliseconds());
                }
                outbox.keep(parcel, now);
            }
            case WITHHELD -> parcels.lost(parcel, LossReason.WITHDRAWN);
            case UNLOGGED -> {
                notBefore = now + UNLOGGED_PAUSE_MILLISECONDS;
                outbox.keep(parcel, now);
            }
        }
    }

    private Transport transport() {
        Transport current = transport;
        if (current == null) {
            current = transports.get();
            transport = current;
            if (ended) {
                current.abort();
            }
        }
        return current;
    }

    /** For how long nothing can be sent. */
    private long pause(long now) {
        long own = left(notBefore, UNLOGGED_PAUSE_MILLISECONDS, now);
        if (!hurried && firstEvent >= 0) {
            own = Math.max(own, left(firstEvent + FIRST_LINGER_MILLISECONDS, FIRST_LINGER_MILLISECONDS, now));
        }
        boolean toSend = outbox.events() > 0 || parcels.waiting() > 0;
        return toSend ? Math.max(own, backoff.remaining(now)) : own;
    }

    /** For how long the batch still waits for company. */
    private long untilDue(long pause, long now) {
        if (pause > 0) {
            return left(outbox.begun() + AWAY_LINGER_MILLISECONDS, AWAY_LINGER_MILLISECONDS, now);
        }
        long due = left(outbox.begun() + LINGER_MILLISECONDS, LINGER_MILLISECONDS, now);
        return anyLeft && outbox.isSmall()
                ? Math.max(due, left(lastLeft + STEADY_LINGER_MILLISECONDS, STEADY_LINGER_MILLISECONDS, now))
                : due;
    }

    /** What is left of a wait of {@code whole}: more than all of it means that the clock was set back, and then nothing. */
    private static long left(long end, long whole, long now) {
        long left = end - now;
        return left > whole ? 0 : Math.max(0, left);
    }

    private long untilNext(long now) {
        long pause = pause(now);
        long next = IDLE;
        if (outbox.events() > 0) {
            long due = untilDue(pause, now);
            next = pause == 0 ? due : Math.min(due, pause);
        }
        if (parcels.waiting() > 0) {
            next = Math.min(next, pause);
        }
        if (next == IDLE) {
            long left = anyLeft ? left(lastLeft + STEADY_LINGER_MILLISECONDS, STEADY_LINGER_MILLISECONDS, now) : 0;
            return left > 0 ? Math.min(left, LOOK_MILLISECONDS) : IDLE;
        }
        return Math.max(1, Math.min(next, GATE_MILLISECONDS));
    }

    private void save() {
        try {
            ledger.save(self);
        } catch (IOException | RuntimeException refused) {
            // Kept in memory, and written at a later step. There is nobody to tell.
            return;
        }
    }
}
