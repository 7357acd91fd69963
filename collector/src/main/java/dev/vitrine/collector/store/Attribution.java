package dev.vitrine.collector.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Where an anonymous batch counts as a reporter: for each experiment that it has events of, at one of them. So no sum over
 * whatever events can be more than the number of batches, and nobody can look like a crowd with one batch.
 */
final class Attribution {
    private static final int DRAWN_DIGITS = 7;

    private Attribution() {}

    /** One of the batch's different events for each of its experiments, drawn by the batch's random id: their places. */
    static int[] of(NewBatch batch) {
        CountedEvents events = batch.events();
        // Of each event, how many of its experiment are before it; of each experiment, how many there are.
        Map<String, int[]> sizes = new HashMap<>();
        int[][] sizeOf = new int[events.size()][];
        String last = "";
        int[] size = {};
        int[] before = new int[events.size()];
        for (int i = 0; i < before.length; i++) {
            String experiment = events.key(i).experiment();
            if (!experiment.equals(last)) {
                size = sizes.computeIfAbsent(experiment, any -> new int[1]);
                last = experiment;
            }
            sizeOf[i] = size;
            before[i] = size[0]++;
        }
        int draw = Integer.parseUnsignedInt(batch.id().substring(0, DRAWN_DIGITS), 16);
        int[] drawn = new int[sizes.size()];
        int experiments = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] == draw % sizeOf[i][0]) {
                drawn[experiments] = i;
                experiments++;
            }
        }
        return drawn;
    }
}
