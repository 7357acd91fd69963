package dev.vitrine.collector.store;

/**
 * Events of one experiment and one week that are released together. When a round ends, what comes later joins the next.
 *
 * @param experiment the experiment's id
 * @param week the week of the events: how many weeks after that of 1970-01-01; weeks begin on Mondays
 * @param number the number of the round, from 1
 */
public record Round(String experiment, int week, int number) {
    private static final int DAYS = 7;

    /** 1970-01-01 was a Thursday. */
    private static final int THURSDAY = 3;

    /** The week that a day is in; the day counts from 1970-01-01. */
    public static int weekOf(int epochDay) {
        return Math.floorDiv(epochDay + THURSDAY, DAYS);
    }

    /** The Monday of the week, as days since 1970-01-01. */
    public int firstDay() {
        return week * DAYS - THURSDAY;
    }

    /** The Sunday of the week. */
    public int lastDay() {
        return firstDay() + DAYS - 1;
    }

    /** The round that comes after it. */
    Round next() {
        return new Round(experiment, week, number + 1);
    }
}
