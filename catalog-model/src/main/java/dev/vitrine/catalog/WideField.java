package dev.vitrine.catalog;

import dev.vitrine.catalog.FieldType.RecordType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that by itself could hold a network address, an id or a time to the millisecond, although it is a number within
 * bounds or a set of constants.
 *
 * @param path the name on the wire, after the names of the records around it: {@code outer.inner}
 * @param bits its bits, {@value #BITS} or more
 */
public record WideField(String path, BigDecimal bits) {
    /** From here on a field is wide: as many bits as an IPv4 address has. */
    public static final int BITS = 32;

    /** What that many bits are enough for; the rest of a sentence that begins with the field. */
    public static final String ENOUGH_FOR = "enough to hold a network address, or to single out nearly anyone on earth";

    /** The wide fields of an experiment, in order; of a nested record, those within. */
    public static List<WideField> of(Experiment experiment) {
        List<WideField> wide = new ArrayList<>();
        experiment.fields().forEach(field -> add(field, "", wide));
        return wide;
    }

    /** The wide fields of one field: itself, or those within a nested record. */
    public static List<WideField> of(Field field) {
        List<WideField> wide = new ArrayList<>();
        add(field, "", wide);
        return wide;
    }

    /** Whether a field of this type is wide; of a nested record, only its fields are. */
    public static boolean isWide(FieldType type) {
        return !of(new Field("field", "", type, false)).isEmpty() && !(type instanceof RecordType);
    }

    /** What there is to say: the field, its bits, and what they are enough for; without a full stop. */
    public String sentence() {
        return path + " alone has " + bits.toPlainString() + " bits, " + ENOUGH_FOR;
    }

    private static void add(Field field, String prefix, List<WideField> wide) {
        String path = prefix + field.name();
        if (field.type() instanceof RecordType nested) {
            nested.fields().forEach(inner -> add(inner, path + '.', wide));
            return;
        }
        // That it may be absent is one value more, and makes no address of it.
        BigDecimal bits =
                Bits.of(new Field(field.name(), "", field.type(), false)).closed();
        if (bits.compareTo(BigDecimal.valueOf(BITS)) >= 0) {
            wide.add(new WideField(path, bits));
        }
    }
}
