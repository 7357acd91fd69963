package dev.vitrine.internal.consent;

import dev.vitrine.binding.ExperimentType;

/**
 * Where events go that passed the gate. Made when the first event is recorded, so that a run in which nothing is recorded
 * loads none of it. No method throws, and none but {@link #close} and {@link #withdraw} takes longer than a queue's offer.
 */
public interface EventSink extends AutoCloseable {
    /** Hands in an event. */
    <T extends Record> void offer(ExperimentType<T> type, T event);

    /** Counts an event that was invalid. */
    void refused();

    /** Empties queue and spool: the decision under which they were filled is no longer in force. */
    void withdraw();

    /** Stores what is queued, and ends. */
    @Override
    void close();
}
