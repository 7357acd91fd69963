package dev.vitrine.collector.store;

/**
 * Equal events of one batch.
 *
 * @param key what makes them equal
 * @param events how many events, at least 1
 */
public record EventCount(EventKey key, int events) {
    /** So many events of an experiment, a day and a payload, as {@link EventKey} says. */
    public EventCount(String experiment, int epochDay, String payload, int events) {
        this(new EventKey(experiment, epochDay, payload), events);
    }

    /** The experiment's id. */
    public String experiment() {
        return key.experiment();
    }

    /** The day, as days since 1970-01-01, in UTC. */
    public int epochDay() {
        return key.epochDay();
    }

    /** The payload in its one form. */
    public String payload() {
        return key.payload();
    }
}
