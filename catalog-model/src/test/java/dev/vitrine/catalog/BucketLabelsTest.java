package dev.vitrine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BucketLabelsTest {
    @Test
    void numbersAreNamedByTheirEdges() {
        assertThat(BucketLabels.of(new double[] {10, 100})).containsExactly("<10", "10-100", ">=100");
    }

    @Test
    void oneEdgeMakesTwoBuckets() {
        assertThat(BucketLabels.of(new double[] {0})).containsExactly("<0", ">=0");
    }

    @Test
    void durationsCarryTheirUnit() {
        assertThat(BucketLabels.of(new double[] {10, 100}, ChronoUnit.MILLIS))
                .containsExactly("<10ms", "10-100ms", ">=100ms");
        assertThat(BucketLabels.of(new double[] {1.5, 8}, ChronoUnit.HOURS)).containsExactly("<1.5h", "1.5-8h", ">=8h");
    }

    @Test
    void negativeEdgesCannotBeTakenForSeparators() {
        assertThat(BucketLabels.of(new double[] {-10, -5, 0, 5}))
                .containsExactly("<-10", "-10 to -5", "-5 to 0", "0-5", ">=5");
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertThat(BucketLabels.of(new double[] {0.1, 1e6, 123456789012345678.0}))
                .containsExactly("<0.1", "0.1-1000000", "1000000-123456789012345680", ">=123456789012345680");
        assertThat(BucketLabels.of(new double[] {-0.0, 2.0E-3, 2.0E23}))
                .containsExactly("<0", "0-0.002", "0.002-200000000000000000000000", ">=200000000000000000000000");
    }

    @Test
    void everyEdgeCanBeReadBackFromItsName() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            double edge = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(edge)) {
                String label = BucketLabels.of(new double[] {edge}).get(0);
                assertThat(Double.parseDouble(label.substring(1))).isEqualTo(edge);
            }
        }
    }

    @Test
    void differentBucketsHaveDifferentNames() {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            double[] edges = random.doubles(8, -1e3, 1e3).sorted().toArray();
            List<String> labels = BucketLabels.of(edges);
            assertThat(new LinkedHashSet<>(labels)).hasSize(9);
        }
    }

    @Test
    void edgesThatMakeNoBucketsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BucketLabels.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> BucketLabels.of(new double[] {2, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> BucketLabels.of(new double[] {1, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> BucketLabels.of(new double[] {Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BucketLabels.of(new double[] {1, Double.POSITIVE_INFINITY}));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChronoUnit.class,
            names = {"NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "DAYS"},
            mode = EnumSource.Mode.EXCLUDE)
    void unitsWithoutASymbolAreRefused(ChronoUnit unit) {
        assertThat(BucketLabels.symbol(unit)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> BucketLabels.of(new double[] {1}, unit));
    }
}
