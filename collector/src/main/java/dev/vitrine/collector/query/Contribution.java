package dev.vitrine.collector.query;

import tools.jackson.databind.JsonNode;

/**
 * What waits to be shown: equal events of one week and one slice, all from one installation, or all anonymous.
 *
 * @param slice where they come from
 * @param payload what they say
 * @param reporter a number of the installation, which tells it from others; {@link #ANONYMOUS} for anonymous events
 * @param events how many events
 * @param batches for anonymous events, how many batches count as a reporter here. Each batch counts in one place only, so
 *     that the sum over any contributions is not more than the number of batches they came in.
 */
public record Contribution(Slice slice, JsonNode payload, long reporter, long events, long batches) {
    /** {@link #reporter} of events that bear no id. */
    public static final long ANONYMOUS = 0;
}
