package dev.vitrine.internal.delivery;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the events of an application on this machine, over all its runs.
 *
 * @param recorded how many were recorded: delivered, lost, or still waiting
 * @param delivered how many the recipient took
 * @param lost how many were lost, by reason; reasons without a loss are left out
 */
public record Totals(long recorded, long delivered, Map<LossReason, Long> lost) {
    /** Copies the map. */
    public Totals {
        Map<LossReason, Long> copy = new EnumMap<>(LossReason.class);
        copy.putAll(lost);
        lost = copy;
    }

    /** How many events were lost for whatever reason. */
    public long allLost() {
        long sum = 0;
        for (long count : lost.values()) {
            sum += count;
        }
        return sum;
    }
}
