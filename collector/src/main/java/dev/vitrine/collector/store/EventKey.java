package dev.vitrine.collector.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes events equal: the experiment, the day and the payload. Its hash is computed once, for one of these is looked up
 * again and again. There is an order, too: whoever makes texts up that have the same hash does not make looking up slow.
 */
public final class EventKey implements Comparable<EventKey> {
    private final String experiment;
    private final int epochDay;
    private final String payload;
    private final int hash;

    /**
     * Makes a key.
     *
     * @param experiment the experiment's id
     * @param epochDay the day, as days since 1970-01-01, in UTC
     * @param payload the payload in its one form: fields in the catalog's order, no spaces
     */
    public EventKey(String experiment, int epochDay, String payload) {
        this.experiment = experiment;
        this.epochDay = epochDay;
        this.payload = payload;
        this.hash = Objects.hash(experiment, epochDay, payload);
    }

    /** The experiment's id. */
    public String experiment() {
        return experiment;
    }

    /** The day, as days since 1970-01-01, in UTC. */
    public int epochDay() {
        return epochDay;
    }

    /** The payload in its one form. */
    public String payload() {
        return payload;
    }

    void writeTo(JournalOutput out) {
        out.text(experiment).signed(epochDay).text(payload);
    }

    /** Reads what {@link #writeTo} has written. */
    static EventKey readFrom(JournalInput in) {
        return new EventKey(in.text(), in.signed(), in.text());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof EventKey key
                        && key.hash == hash
                        && key.epochDay == epochDay
                        && key.payload.equals(payload)
                        && key.experiment.equals(experiment));
    }

    /** By experiment, day and payload. */
    @Override
    public int compareTo(EventKey other) {
        if (!experiment.equals(other.experiment)) {
            return experiment.compareTo(other.experiment);
        }
        int order = Integer.compare(epochDay, other.epochDay);
        return order == 0 ? payload.compareTo(other.payload) : order;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return experiment + ' ' + epochDay + ' ' + payload;
    }
}
