package dev.vitrine.collector.query;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A contribution during one cut.
 *
 * @param slice where it comes from
 * @param payload what it says
 * @param values what it says in each part of the payload
 * @param installation a number that tells installations apart for as long as the cut takes; -1 for anonymous events
 * @param events how many events
 * @param batches how many batches count as a reporter here
 */
record Event(Slice slice, JsonNode payload, List<Value> values, int installation, long events, long batches) {
    static final int ANONYMOUS = -1;
}
