package dev.vitrine.internal.delivery;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * For how many milliseconds nothing should be sent; 0 for junk, for what is negative or past.
     *
     * @param now the time, in milliseconds since 1970-01-01 (UTC)
     */
    static long milliseconds(@Nullable String value, long now) {
        if (value == null || value.isEmpty()) {
            return 0;
        }
        boolean digits = true;
        for (int i = 0; i < value.length(); i++) {
            digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (digits) {
            return value.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(value) * 1000;
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Math.max(0, date.toInstant().toEpochMilli() - now);
        } catch (DateTimeException | ArithmeticException junk) {
            return 0;
        }
    }
}
