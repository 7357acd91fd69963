package dev.vitrine.catalog;

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
import java.util.ArrayList;
import java.util.List;

/**
 * An upper bound on the information that one payload, or one field of it, can carry: the logarithm to base 2 of the
 * number of values that the types allow.
 *
 * <p>The number is exact and is rounded up to a tenth once, at the end: that of an experiment can be some tenths less
 * than the sum of its fields', each of which was rounded up. Release versions and pseudonyms are not closed sets; they
 * are not in the number, and are listed apart.
 *
 * @param closed the bits of the closed fields, with one decimal
 * @param releaseVersions the paths of the fields that hold a release version, in order
 * @param pseudonyms the paths of the fields that hold a pseudonym, in order
 */
public record Bits(BigDecimal closed, List<String> releaseVersions, List<String> pseudonyms) {
    /** Bits are counted in tenths. */
    private static final int TENTHS = 10;

    /** Copies the lists. */
    public Bits {
        releaseVersions = List.copyOf(releaseVersions);
        pseudonyms = List.copyOf(pseudonyms);
    }

    /** The bits of a whole payload. */
    public static Bits of(Experiment experiment) {
        return ofPayload(experiment.fields());
    }

    /** The bits of a payload with these fields. */
    public static Bits ofPayload(List<Field> fields) {
        List<String> versions = new ArrayList<>();
        List<String> pseudonyms = new ArrayList<>();
        fields.forEach(field -> listApart(field, "", versions, pseudonyms));
        return new Bits(logarithm(payloads(fields)), versions, pseudonyms);
    }

    /** The bits of one field; its paths begin with its own name. */
    public static Bits of(Field field) {
        return ofPayload(List.of(field));
    }

    /** Whether nothing is listed apart: then {@link #closed} bounds all that can be told. */
    public boolean isClosed() {
        return releaseVersions.isEmpty() && pseudonyms.isEmpty();
    }

    /**
     * The bits of one value out of {@code values}: log2, rounded up to a tenth.
     *
     * @throws IllegalArgumentException when there is no value at all
     */
    static BigDecimal logarithm(BigInteger values) {
        if (values.signum() <= 0) {
            throw new IllegalArgumentException("a field has at least one value, not " + values);
        }
        // The smallest t with 2^t >= values^10 is log2(values) in tenths, rounded up, without a rounding error.
        int tenths = values.pow(TENTHS).subtract(BigInteger.ONE).bitLength();
        return BigDecimal.valueOf(tenths, 1);
    }

    /** The number of payloads that differ in a closed field. */
    private static BigInteger payloads(List<Field> fields) {
        BigInteger product = BigInteger.ONE;
        for (Field field : fields) {
            product = product.multiply(values(field));
        }
        return product;
    }

    private static BigInteger values(Field field) {
        if (field.type() instanceof ReleaseVersionType || field.type() instanceof PseudonymType) {
            return BigInteger.ONE;
        }
        BigInteger values = values(field.type());
        return field.mayBeAbsent() ? values.add(BigInteger.ONE) : values;
    }

    private static BigInteger values(FieldType type) {
        if (type instanceof BooleanType) {
            return BigInteger.TWO;
        } else if (type instanceof EnumType constants) {
            return BigInteger.valueOf(constants.constants().size());
        } else if (type instanceof EnumSetType set) {
            return BigInteger.ONE.shiftLeft(set.constants().size());
        } else if (type instanceof RangeType range) {
            return BigInteger.valueOf(range.max())
                    .subtract(BigInteger.valueOf(range.min()))
                    .add(BigInteger.ONE);
        } else if (type instanceof BucketsType buckets) {
            return BigInteger.valueOf(buckets.labels().size());
        } else if (type instanceof OneOfType oneOf) {
            return BigInteger.valueOf(oneOf.values().size() + 1L);
        } else if (type instanceof SourcedType sourced) {
            return BigInteger.valueOf(sourced.maxSize() + 1L);
        } else if (type instanceof RecordType nested) {
            return payloads(nested.fields());
        }
        return BigInteger.ONE;
    }

    private static void listApart(Field field, String prefix, List<String> versions, List<String> pseudonyms) {
        String path = prefix + field.name();
        if (field.type() instanceof ReleaseVersionType) {
            versions.add(path);
        } else if (field.type() instanceof PseudonymType) {
            pseudonyms.add(path);
        } else if (field.type() instanceof RecordType nested) {
            nested.fields().forEach(inner -> listApart(inner, path + '.', versions, pseudonyms));
        }
    }
}
