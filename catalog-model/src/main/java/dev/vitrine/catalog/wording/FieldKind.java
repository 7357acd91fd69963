package dev.vitrine.catalog.wording;

import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.FieldType.BooleanType;
import dev.vitrine.catalog.FieldType.BucketsType;
import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.OneOfType;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.FieldType.ReleaseVersionType;
import dev.vitrine.catalog.FieldType.SourcedType;
import java.util.Locale;

/** The kinds of fields, as a reader who looks for one would call them. */
public enum FieldKind {
    /** True or false. */
    YES_OR_NO("yes or no"),
    /** One of a list. */
    CHOICE("choice"),
    /** Some of a list. */
    CHOICES("choices"),
    /** A whole number within bounds. */
    NUMBER("number"),
    /** An interval. */
    INTERVAL("interval"),
    /** A name of a list, or {@code other}. */
    LISTED_NAME("listed name"),
    /** A name of a list that is known at run time, or {@code other}. */
    KNOWN_NAME("known name"),
    /** A release version. */
    RELEASE_VERSION("release version"),
    /** A keyed hash. */
    PSEUDONYM("pseudonym"),
    /** A nested record. */
    RECORD("group");

    private final String label;

    FieldKind(String label) {
        this.label = label;
    }

    /** The kind of a type. */
    public static FieldKind of(FieldType type) {
        if (type instanceof BooleanType) {
            return YES_OR_NO;
        } else if (type instanceof EnumType) {
            return CHOICE;
        } else if (type instanceof EnumSetType) {
            return CHOICES;
        } else if (type instanceof RangeType) {
            return NUMBER;
        } else if (type instanceof BucketsType) {
            return INTERVAL;
        } else if (type instanceof OneOfType) {
            return LISTED_NAME;
        } else if (type instanceof SourcedType) {
            return KNOWN_NAME;
        } else if (type instanceof ReleaseVersionType) {
            return RELEASE_VERSION;
        } else if (type instanceof PseudonymType) {
            return PSEUDONYM;
        }
        return RECORD;
    }

    /** The kind in words. */
    public String label() {
        return label;
    }

    /** The kind in an address: lower case and hyphens. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
