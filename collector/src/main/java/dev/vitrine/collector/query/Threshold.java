package dev.vitrine.collector.query;

/**
 * How many reporters must stand behind a number before it is shown.
 *
 * @param reporters k, at least {@link #FLOOR}
 */
public record Threshold(int reporters) {
    private static final int TIMES_DURING_THE_WEEK = 3;

    /** A slice of just k reporters could show a total and hardly a value, and would have values hidden in others too. */
    private static final int TIMES_FOR_SLICE = 3;

    /** What applies unless the operator asks for more. */
    public static final Threshold DEFAULT = new Threshold(10);

    /** No operator can ask for less: among fewer, colleagues recognise each other. */
    public static final int FLOOR = 5;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException when it is below {@link #FLOOR}
     */
    public Threshold {
        if (reporters < FLOOR) {
            throw new IllegalArgumentException("a number is shown when at least " + FLOOR
                    + " reporters stand behind it; a threshold of " + reporters + " would show single people. "
                    + "Leave the setting out for " + 10 + '.');
        }
    }

    /** How many must wait before something of a week that is not over is shown: of just k, hardly a value could be. */
    public int duringTheWeek() {
        return duringTheWeek(reporters);
    }

    /** How many reporters a version or a system must have to be told from others. */
    public int enoughForSlice() {
        return enoughForSlice(reporters);
    }

    static int enoughForSlice(int reporters) {
        return TIMES_FOR_SLICE * reporters;
    }

    static int duringTheWeek(int reporters) {
        return TIMES_DURING_THE_WEEK * reporters;
    }
}
