package dev.vitrine.internal.encoding;

/**
 * Days as they are written on the wire and in settings: {@code 2026-11-21}, in the Gregorian calendar and the years 0001
 * to 9999 (RFC 3339, full-date).
 *
 * <p>{@code java.time} says the same, and its formatter costs a command-line tool some milliseconds at its first use.
 */
public final class IsoDate {
    private static final int LENGTH = 10;
    /** In a calendar that begins with March a leap day is a year's last, and 400 years have this many days. */
    private static final long DAYS_IN_400_YEARS = 146_097;
    /** From 0000-03-01 to 1970-01-01. */
    private static final long DAYS_TO_EPOCH = 719_468;

    private IsoDate() {}

    /** Whether {@code text} is a day that exists. */
    public static boolean matches(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return false;
            }
        }
        int month = number(text, 5, 7);
        return number(text, 0, 4) > 0
                && month >= 1
                && month <= 12
                && text(days(text)).equals(text);
    }

    /**
     * The days from 1970-01-01 to {@code text}.
     *
     * @throws IllegalArgumentException when it {@linkplain #matches is no day}
     */
    public static long epochDay(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException("no date: " + text);
        }
        return days(text);
    }

    /** The day that is {@code epochDay} days after 1970-01-01; it is in the years 0001 to 9999. */
    public static String text(long epochDay) {
        long day = epochDay + DAYS_TO_EPOCH;
        long era = Math.floorDiv(day, DAYS_IN_400_YEARS);
        long dayOfEra = Math.floorMod(day, DAYS_IN_400_YEARS);
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * dayOfYear + 2) / 153;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        StringBuilder text = new StringBuilder(LENGTH);
        append(text, year, 4);
        append(text.append('-'), month, 2);
        append(text.append('-'), dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2);
        return text.toString();
    }

    private static long days(String text) {
        int month = number(text, 5, 7);
        int year = number(text, 0, 4) - (month <= 2 ? 1 : 0);
        long yearOfEra = Math.floorMod(year, 400);
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + number(text, 8, LENGTH) - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return Math.floorDiv(year, 400) * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_EPOCH;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static void append(StringBuilder text, long number, int digits) {
        String written = Long.toString(number);
        for (int i = written.length(); i < digits; i++) {
            text.append('0');
        }
        text.append(written);
    }
}
