package dev.vitrine.internal.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The calendar of {@code java.time} is the judge. */
class IsoDateTest {
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    @Test
    void writes_and_reads_every_day_of_ten_thousand_years_as_java_time_does() {
        for (long day = FIRST; day <= LAST; day++) {
            String text = IsoDate.text(day);
            if (!text.equals(LocalDate.ofEpochDay(day).toString()) || IsoDate.epochDay(text) != day) {
                assertThat(text).isEqualTo(LocalDate.ofEpochDay(day).toString());
                assertThat(IsoDate.epochDay(text)).isEqualTo(day);
            }
        }
    }

    @Test
    void takes_for_a_day_what_java_time_does() {
        Random random = new Random(2026);
        String characters = "0123456789-/ +T٣";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(IsoDate.text(random.nextInt(3_000_000) - 700_000L));
            for (int change = random.nextInt(3); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), characters.charAt(random.nextInt(characters.length())));
            }
            text.setLength(text.length() - (random.nextInt(20) == 0 ? 1 : 0));
            assertThat(IsoDate.matches(text.toString())).as("<%s>", text).isEqualTo(isDay(text.toString()));
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0 && text.length() == 10;
        } catch (DateTimeException none) {
            return false;
        }
    }

    @Test
    void refuses_to_count_the_days_to_what_is_no_day() {
        assertThatThrownBy(() -> IsoDate.epochDay("2026-02-29")).isInstanceOf(IllegalArgumentException.class);
    }
}
