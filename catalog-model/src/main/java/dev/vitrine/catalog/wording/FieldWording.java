package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.SourcedType;
import dev.vitrine.catalog.WideField;
import java.util.List;
import java.util.stream.Stream;

/** What a field can hold, in words. */
final class FieldWording {
    private FieldWording() {}

    /** A sentence without its full stop. */
    static String sentence(FieldType type) {
        return switch (FieldKind.of(type)) {
            case YES_OR_NO -> "Yes or no";
            case CHOICE -> "One of these";
            case CHOICES -> "Any of these, or none" + wide(type);
            case NUMBER -> range((RangeType) type);
            case INTERVAL -> "One of these intervals";
            case LISTED_NAME -> "One of these; anything else is sent as the last";
            case KNOWN_NAME -> source((SourcedType) type);
            case RELEASE_VERSION -> "A released version number, such as 1.2.3";
            case PSEUDONYM ->
                "A code of 64 digits, made with a secret that never leaves this machine: equal texts have equal codes, and the text cannot be found again";
            case RECORD -> "The fields that follow";
        };
    }

    /** The values that are listed. */
    static List<Constant> values(FieldType type) {
        if (type instanceof BooleanType) {
            return texts(Stream.of("true", "false"));
        } else if (type instanceof EnumType constants) {
            return constants.constants();
        } else if (type instanceof EnumSetType set) {
            return set.constants();
        } else if (type instanceof BucketsType buckets) {
            return texts(buckets.labels().stream());
        } else if (type instanceof OneOfType oneOf) {
            return texts(Stream.concat(oneOf.values().stream(), Stream.of("other")));
        }
        return List.of();
    }

    private static String range(RangeType range) {
        return range.min() == range.max()
                ? "Always " + range.min()
                : "A whole number from " + range.min() + " to " + range.max() + "; one beyond is sent as the nearest"
                        + wide(range);
    }

    /** What a reader must know of a field that could hold an address; empty for all others. */
    private static String wide(FieldType type) {
        return WideField.isWide(type) ? "; " + WideField.ENOUGH_FOR : "";
    }

    private static String source(SourcedType source) {
        String size = source.maxSize() == 1 ? "One name" : "One of at most " + source.maxSize() + " names";
        String known = size + " that " + NameSources.simpleName(source.source())
                + " lists; anything else is sent as \"other\"";
        return source.description().isEmpty() ? known : known + ". " + withoutFullStop(source.description());
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static List<Constant> texts(Stream<String> values) {
        return values.map(value -> new Constant(value, "")).toList();
    }
}
