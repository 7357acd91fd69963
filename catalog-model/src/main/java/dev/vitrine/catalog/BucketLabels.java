package dev.vitrine.catalog;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of the intervals that {@code @Buckets} makes, as they stand on the wire: {@code <10}, {@code 10-100},
 * {@code >=100}, and with a unit {@code <10ms}, {@code 10-100ms}, {@code >=100ms}.
 *
 * <p>The same edges give the same names on every JDK: no method is used whose digits changed between releases, as those
 * of {@code Double.toString} did in JDK 19.
 */
public final class BucketLabels {
    /** Every {@code double} is told from its neighbours by this many significant digits. */
    private static final int DIGITS_OF_DOUBLE = 17;

    private BucketLabels() {}

    /**
     * The names of the n + 1 intervals between n edges.
     *
     * @throws IllegalArgumentException when there is no edge, one is not finite, or they do not ascend strictly
     */
    public static List<String> of(double[] edges) {
        return labels(edges, "");
    }

    /**
     * The names of the n + 1 intervals between n edges in {@code unit}.
     *
     * @throws IllegalArgumentException when there is no edge, one is not finite, they do not ascend strictly, or the unit
     *     has no {@linkplain #symbol symbol}
     */
    public static List<String> of(double[] edges, ChronoUnit unit) {
        return labels(
                edges,
                symbol(unit)
                        .orElseThrow(() -> new IllegalArgumentException(
                                unit + " has no fixed length or no common symbol; use NANOS to DAYS")));
    }

    /** What stands behind the numbers of a unit; empty for a unit that buckets cannot have. */
    public static Optional<String> symbol(ChronoUnit unit) {
        return Optional.ofNullable(
                switch (unit) {
                    case NANOS -> "ns";
                    case MICROS -> "us";
                    case MILLIS -> "ms";
                    case SECONDS -> "s";
                    case MINUTES -> "min";
                    case HOURS -> "h";
                    case DAYS -> "d";
                    default -> null;
                });
    }

    private static List<String> labels(double[] edges, String symbol) {
        check(edges);
        List<String> labels = new ArrayList<>(edges.length + 1);
        labels.add('<' + number(edges[0]) + symbol);
        for (int i = 1; i < edges.length; i++) {
            // A hyphen between negative numbers could not be told from their signs.
            String between = edges[i - 1] < 0 ? " to " : "-";
            labels.add(number(edges[i - 1]) + between + number(edges[i]) + symbol);
        }
        labels.add(">=" + number(edges[edges.length - 1]) + symbol);
        return List.copyOf(labels);
    }

    private static void check(double[] edges) {
        if (edges.length == 0) {
            throw new IllegalArgumentException("buckets need at least one edge");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i])) {
                throw new IllegalArgumentException("an edge is a finite number, and " + edges[i] + " is not");
            }
            if (i > 0 && edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException(
                        "edges ascend, and " + number(edges[i]) + " follows " + number(edges[i - 1]));
            }
        }
    }

    /** The shortest decimal number that is read back as {@code edge}, without an exponent. */
    private static String number(double edge) {
        BigDecimal exact = new BigDecimal(edge);
        for (int digits = 1; digits < DIGITS_OF_DOUBLE; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == edge) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(DIGITS_OF_DOUBLE, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
