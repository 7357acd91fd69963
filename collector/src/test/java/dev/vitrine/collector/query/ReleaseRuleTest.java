package dev.vitrine.collector.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When what waits is released: seldom enough that each portion can show something. */
class ReleaseRuleTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);
    private static final int K = 5;

    private final WaitingRoom room = new WaitingRoom();
    private long reporters;

    private void arrive(int count) {
        for (int i = 0; i < count; i++) {
            reporters++;
            room.add(
                    Week.of(MONDAY), new Slice("0.62.0", "linux", "x86_64"), "{\"outcome\":\"applied\"}", reporters, 1);
        }
    }

    private boolean isReleasedOn(LocalDate day) throws IOException {
        return new Publisher(
                        room,
                        Map.of("probe", Experiments.with(Experiments.choice("outcome", "applied"))),
                        K,
                        InstantSource.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .publishDue();
    }

    @Test
    void inItsWeekWhatWaitsIsReleasedWhenThreeTimesKReportersAreThere() throws IOException {
        arrive(3 * K - 1);
        assertThat(isReleasedOn(MONDAY)).isFalse();
        assertThat(isReleasedOn(SUNDAY)).isFalse();
        arrive(1);
        assertThat(isReleasedOn(MONDAY)).isTrue();
    }

    @Test
    void thenForAsManyAsWereReleasedOfThatWeekBefore() throws IOException {
        arrive(3 * K);
        assertThat(isReleasedOn(MONDAY)).isTrue();
        for (int released = 3 * K; released < 100; released *= 2) {
            arrive(released - 1);
            assertThat(isReleasedOn(SUNDAY)).as("%d were released", released).isFalse();
            arrive(1);
            assertThat(isReleasedOn(MONDAY)).as("%d were released", released).isTrue();
        }
    }

    @Test
    void whatIsLargeEnoughToShowWhatIsRareWaitsForNoMore() throws IOException {
        arrive(600 * K);
        assertThat(isReleasedOn(MONDAY)).isTrue();
        arrive(500 * K - 1);
        assertThat(isReleasedOn(MONDAY)).isFalse();
        arrive(1);
        assertThat(isReleasedOn(MONDAY)).isTrue();
    }

    @Test
    void whenItsWeekIsOverKReportersAreEnoughAndFewerNever() throws IOException {
        arrive(K - 1);
        assertThat(isReleasedOn(SUNDAY.plusDays(1))).isFalse();
        assertThat(isReleasedOn(SUNDAY.plusYears(1))).isFalse();
        arrive(1);
        assertThat(isReleasedOn(SUNDAY)).isFalse();
        assertThat(isReleasedOn(SUNDAY.plusDays(1))).isTrue();
    }

    @Test
    void whatComesLateIsReleasedOnceAWeek() throws IOException {
        arrive(3 * K);
        assertThat(isReleasedOn(SUNDAY)).isTrue();
        arrive(K);
        assertThat(isReleasedOn(SUNDAY.plusDays(1))).isTrue();
        arrive(2 * K);
        assertThat(isReleasedOn(SUNDAY.plusDays(7))).isFalse();
        assertThat(isReleasedOn(SUNDAY.plusDays(8))).isTrue();
    }
}
