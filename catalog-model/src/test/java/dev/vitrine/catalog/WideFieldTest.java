package dev.vitrine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.RecordType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideFieldTest {
    @Test
    void aNumberThatCouldHoldANetworkAddressIsWide() {
        assertThat(wide(new RangeType(0, 0xFFFF_FFFFL))).containsExactly("field");
        assertThat(wide(new RangeType(0, 0x7FFF_FFFF))).isEmpty();
        assertThat(wide(new BooleanType())).isEmpty();
        assertThat(wide(new PseudonymType())).isEmpty();
    }

    @Test
    void aSetOfManyConstantsIsWide() {
        assertThat(wide(new EnumSetType(constants(32)))).containsExactly("field");
        assertThat(wide(new EnumSetType(constants(31)))).isEmpty();
    }

    @Test
    void ofANestedRecordTheFieldsAreWideAndNotTheRecord() {
        Field half = new Field("half", "", new RangeType(0, 0xFFFF), false);
        Field whole = new Field("whole", "", new RangeType(0, Long.MAX_VALUE), true);
        RecordType nested = new RecordType(List.of(half, new Field("other", "", half.type(), false), whole));
        assertThat(wide(nested)).containsExactly("field.whole");
        assertThat(WideField.isWide(nested)).isFalse();
    }

    @Test
    void itIsSaidWithItsBits() {
        Field field = new Field("field", "", new RangeType(0, 0xFFFF_FFFFL), false);
        assertThat(WideField.of(field))
                .singleElement()
                .extracting(WideField::sentence)
                .asString()
                .startsWith("field alone has 32.0 bits, enough to hold a network address");
    }

    private static List<String> wide(FieldType type) {
        return WideField.of(new Field("field", "", type, false)).stream()
                .map(WideField::path)
                .toList();
    }

    private static List<Constant> constants(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Constant("c" + number, ""))
                .toList();
    }
}
