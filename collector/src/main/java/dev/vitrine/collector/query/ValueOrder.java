package dev.vitrine.collector.query;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.SourcedType;
import java.util.Comparator;
import java.util.List;

/** The order of the rows: as the catalog lists the values, and the most frequent first where it lists none. */
final class ValueOrder {
    /** What stands for all names that are not on a list. */
    private static final String OTHER = "other";

    private ValueOrder() {}

    static Comparator<PartAnswer.Row> of(FieldType type) {
        return Comparator.comparing((PartAnswer.Row row) -> row.value().kind())
                .thenComparing(row -> hasOther(type) && row.value().text().equals(OTHER))
                .thenComparing(among(type))
                .thenComparing(PartAnswer.Row::value);
    }

    private static Comparator<PartAnswer.Row> among(FieldType type) {
        if (type instanceof RangeType) {
            return Comparator.comparingLong(row -> number(row.value().text()));
        }
        List<String> listed = listed(type);
        if (listed.isEmpty()) {
            return Comparator.comparing((PartAnswer.Row row) -> row.events().total(), Comparator.reverseOrder());
        }
        return Comparator.comparingInt(row -> place(listed, row.value().text()));
    }

    private static List<String> listed(FieldType type) {
        if (type instanceof BooleanType) {
            return List.of("true", "false");
        } else if (type instanceof EnumType constants) {
            return constants.constants().stream().map(Constant::value).toList();
        } else if (type instanceof BucketsType buckets) {
            return buckets.labels();
        } else if (type instanceof OneOfType oneOf) {
            return oneOf.values();
        }
        return List.of();
    }

    private static boolean hasOther(FieldType type) {
        return type instanceof OneOfType || type instanceof SourcedType;
    }

    /** The place on the list; after it for a value of another release's catalog. */
    private static int place(List<String> listed, String value) {
        int place = listed.indexOf(value);
        return place < 0 ? listed.size() : place;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException ofAnotherRelease) {
            return Long.MAX_VALUE;
        }
    }
}
