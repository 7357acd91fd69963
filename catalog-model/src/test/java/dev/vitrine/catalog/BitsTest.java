package dev.vitrine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.catalog.FieldType.ReleaseVersionType;
import dev.vitrine.catalog.FieldType.SourcedType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BitsTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("1.0", field(new BooleanType(), false)),
                Arguments.of("1.6", field(new BooleanType(), true)),
                Arguments.of("0.0", field(new EnumType(constants(1)), false)),
                Arguments.of("1.6", field(new EnumType(constants(3)), false)),
                Arguments.of("2.0", field(new EnumType(constants(3)), true)),
                Arguments.of("6.0", field(new EnumType(constants(64)), false)),
                Arguments.of("64.0", field(new EnumSetType(constants(64)), false)),
                Arguments.of("4.4", field(new RangeType(1, 20), false)),
                Arguments.of("4.4", field(new RangeType(1, 20), true)),
                Arguments.of("64.0", field(new RangeType(Long.MIN_VALUE, Long.MAX_VALUE), false)),
                Arguments.of("64.1", field(new RangeType(Long.MIN_VALUE, Long.MAX_VALUE), true)),
                Arguments.of("1.6", field(new BucketsType(List.of("<1", "1-2", ">=2"), false), false)),
                Arguments.of("2.0", field(new BucketsType(List.of("<1", "1-2", ">=2"), true), false)),
                Arguments.of("2.0", field(new BucketsType(List.of("<1", "1-2", ">=2"), true), true)),
                Arguments.of("2.0", field(new OneOfType(List.of("a", "b", "c")), false)),
                Arguments.of("8.1", field(new SourcedType("a.B", "", 256), false)),
                Arguments.of("0.0", field(new ReleaseVersionType(), true)),
                Arguments.of("0.0", field(new PseudonymType(), false)),
                Arguments.of(
                        "2.6",
                        field(
                                new RecordType(List.of(
                                        field(new BooleanType(), false), field(new EnumType(constants(3)), false))),
                                false)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFieldHasTheLogarithmOfTheNumberOfItsValuesRoundedUpToATenth(String bits, Field field) {
        assertThat(Bits.of(field).closed()).isEqualTo(new BigDecimal(bits));
    }

    @Test
    void aPayloadIsRoundedOnceSoThatItsBoundIsTight() {
        // log2(257 * 3 * 20) = 13.912; the fields alone are 8.1, 1.6 and 4.4.
        assertThat(Bits.of(SampleCatalog.editToolOutcome()).closed()).isEqualTo(new BigDecimal("14.0"));
    }

    @Test
    void anExperimentWithoutFieldsHasNoBits() {
        assertThat(Bits.of(SampleCatalog.welcomeSkipped()))
                .isEqualTo(new Bits(new BigDecimal("0.0"), List.of(), List.of()));
    }

    @Test
    void versionsAndPseudonymsAreListedApartWhereverTheyAre() {
        Field nested = new Field(
                "outer",
                "",
                new RecordType(List.of(
                        new Field("tool", "", new ReleaseVersionType(), false),
                        new Field("who", "", new PseudonymType(), true),
                        new Field("flag", "", new BooleanType(), false))),
                false);
        Bits bits = Bits.ofPayload(List.of(nested, new Field("own", "", new ReleaseVersionType(), false)));
        assertThat(bits.closed()).isEqualTo(new BigDecimal("1.0"));
        assertThat(bits.releaseVersions()).containsExactly("outer.tool", "own");
        assertThat(bits.pseudonyms()).containsExactly("outer.who");
        assertThat(bits.isClosed()).isFalse();
    }

    @Test
    void theBoundNeverFallsBelowTheTruthAndNeverExceedsItByATenth() {
        for (int values = 1; values <= 100_000; values += 1 + values / 50) {
            double exact = Math.log(values) / Math.log(2);
            double bits = Bits.logarithm(BigInteger.valueOf(values)).doubleValue();
            assertThat(bits).isBetween(exact - 1e-9, exact + 0.1 + 1e-9);
        }
    }

    @Test
    void powersOfTwoAreWhole() {
        for (int power = 0; power <= 300; power++) {
            assertThat(Bits.logarithm(BigInteger.ONE.shiftLeft(power))).isEqualTo(new BigDecimal(power + ".0"));
        }
    }

    @Test
    void aFieldThatCanHoldNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bits.of(field(new RangeType(2, 1), false)));
    }

    private static Field field(FieldType type, boolean optional) {
        return new Field("field", "A field.", type, optional);
    }

    private static List<Constant> constants(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Constant("value_" + i, ""))
                .toList();
    }
}
