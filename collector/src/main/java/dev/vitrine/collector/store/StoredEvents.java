package dev.vitrine.collector.store;

/**
 * Equal events that are kept: those of one installation, or all anonymous ones.
 *
 * @param epochDay the day of the events, as days since 1970-01-01, in UTC
 * @param release where they come from
 * @param payload the payload, as JSON in its one form: fields in the catalog's order, no spaces
 * @param events how many events, at least 1
 * @param reporter a number of the installation they come from, which means nothing elsewhere; {@link #ANONYMOUS} for
 *     anonymous events
 * @param batches for anonymous events, how many batches count here. Each batch counts once for each of its experiments, in
 *     one place only, so that a sum over any of an experiment's events is at most the number of batches they came in, and
 *     that is at least the number of people. 0 for identified events.
 */
public record StoredEvents(int epochDay, Release release, String payload, long events, long reporter, long batches) {
    /** {@link #reporter} of events that bear no id. */
    public static final long ANONYMOUS = 0;
}
