package dev.vitrine.collector.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A week as ISO 8601 counts them: the one unit of time in which anything is shown, so that no two views differ by a day.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {
    private static final int DAYS = 7;

    /**
     * Checks the day.
     *
     * @throws IllegalArgumentException when it is no Monday
     */
    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday, and " + monday + " is none");
        }
    }

    /** The week that a day is in. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** Reads {@code 2026-W47}; empty for anything else. */
    public static Optional<Week> parse(String text) {
        try {
            return Optional.of(of(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Its last day, a Sunday. */
    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    /** The week after it. */
    public Week next() {
        return new Week(monday.plusDays(DAYS));
    }

    /** The week as ISO 8601 writes it: {@code 2026-W47}. */
    @Override
    public String toString() {
        String text = monday.format(DateTimeFormatter.ISO_WEEK_DATE);
        return text.substring(0, text.lastIndexOf('-'));
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }
}
