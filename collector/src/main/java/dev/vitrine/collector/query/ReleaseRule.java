package dev.vitrine.collector.query;

import java.time.LocalDate;
import java.util.List;

/**
 * When what waits for an experiment and a week is released.
 *
 * <p>A portion of just k reporters could show a total and hardly a value. So during its week it waits for three times k, and
 * then for as many as were released of that week before: the portions double, until they are large enough to show what is
 * rare. When its week is over, what waits is released if k reporters are there, and so is what comes late, once a week.
 *
 * @param threshold k
 */
record ReleaseRule(int threshold) {
    /** A portion need not have more than so many times k: then a value of one reporter in 500 can be shown. */
    private static final int LARGEST = 500;

    /**
     * Whether it is time.
     *
     * @param waiting what waits
     * @param before what was released of the same experiment and week
     * @param today the day, in UTC
     */
    boolean isDue(Publications.Waiting waiting, List<Portion> before, LocalDate today) {
        if (waiting.ended()) {
            return true;
        }
        if (waiting.reporters() < threshold) {
            return false;
        }
        Week thisWeek = Week.of(today);
        if (waiting.week().compareTo(thisWeek) < 0) {
            return before.stream()
                    .noneMatch(portion ->
                            !portion.groups().isEmpty() && !portion.released().isBefore(thisWeek.monday()));
        }
        long released = before.stream().mapToLong(ReleaseRule::reporters).sum();
        return waiting.reporters()
                >= Math.min(Math.max(Threshold.duringTheWeek(threshold), released), (long) LARGEST * threshold);
    }

    private static long reporters(Portion portion) {
        return portion.groups().isEmpty()
                ? 0
                : PortionForm.read(portion.groups(), portion.threshold())
                        .whole()
                        .crowd()
                        .size();
    }
}
