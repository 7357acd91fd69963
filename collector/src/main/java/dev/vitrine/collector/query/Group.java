package dev.vitrine.collector.query;

/**
 * Events that may be shown as one number.
 *
 * @param events how many events
 * @param crowd how many stand behind them, kept for an operator who raises the threshold later; never shown
 */
record Group(Figure events, Crowd.Remembered crowd) {
    static final Group NONE = new Group(Figure.NONE, new Crowd.Remembered(0, 0));

    /**
     * What may be shown of some events.
     *
     * @throws IllegalStateException when there are some, and too few stand behind them
     */
    static Group of(Tally tally, int threshold) {
        if (tally.isEmpty()) {
            return NONE;
        }
        Crowd crowd = tally.crowd();
        return new Group(
                Figure.of(tally.events(), crowd, threshold),
                new Crowd.Remembered(crowd.installations(), crowd.batches()));
    }

    /** Both together. */
    Group with(Group other) {
        Crowd both = crowd.with(other.crowd);
        return new Group(events.plus(other.events), new Crowd.Remembered(both.installations(), both.batches()));
    }

    /** For being grouped again, more coarsely. */
    Tally tally() {
        return new Tally(events.value(), crowd);
    }
}
