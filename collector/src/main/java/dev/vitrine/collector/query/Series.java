package dev.vitrine.collector.query;

import java.util.List;

/**
 * A figure over the weeks of an answer.
 *
 * @param total the sum
 * @param byWeek the figure of each week, in the order of {@link Answer#weeks}
 */
public record Series(Figure total, List<Figure> byWeek) {
    /** Copies the list. */
    public Series {
        byWeek = List.copyOf(byWeek);
    }

    /** Both added up, for the same weeks. */
    public Series plus(Series other) {
        List<Figure> sums = new java.util.ArrayList<>();
        for (int week = 0; week < byWeek.size(); week++) {
            sums.add(byWeek.get(week).plus(other.byWeek.get(week)));
        }
        return new Series(total.plus(other.total), sums);
    }
}
