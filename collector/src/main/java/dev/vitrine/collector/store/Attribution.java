package dev.vitrine.collector.store;

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
        int draw = Integer.parseUnsignedInt(batch.id().substring(0, DRAWN_DIGITS), 16);
        // Of each experiment, how many of its events come before the one that is drawn.
        int[] left = events.placesByExperiment();
        int experiments = 0;
        for (int experiment = 0; experiment < left.length; experiment++) {
            if (left[experiment] > 0) {
                left[experiment] = draw % left[experiment];
                experiments++;
            }
        }
        int[] drawn = new int[experiments];
        int found = 0;
        for (int place = 0; found < experiments; place++) {
            if (left[events.experiment(place)]-- == 0) {
                drawn[found] = place;
                found++;
            }
        }
        return drawn;
    }
}
