package dev.vitrine.catalog;

import java.util.List;

/** What a field can hold: a closed list of kinds, none of which is free text. */
public sealed interface FieldType {

    /** Whether the runtime leaves the field out for some values of the component, even when it is no {@code Optional}. */
    default boolean mayBeAbsent() {
        return false;
    }

    /** True or false. */
    record BooleanType() implements FieldType {}

    /**
     * One constant of an enum.
     *
     * @param constants the constants, in the order of their declaration
     */
    record EnumType(List<Constant> constants) implements FieldType {
        /** Copies the list. */
        public EnumType {
            constants = List.copyOf(constants);
        }
    }

    /**
     * A set of constants of an enum.
     *
     * @param constants the constants, in the order of their declaration
     */
    record EnumSetType(List<Constant> constants) implements FieldType {
        /** Copies the list. */
        public EnumSetType {
            constants = List.copyOf(constants);
        }
    }

    /**
     * A whole number within bounds.
     *
     * @param min the smallest, inclusive
     * @param max the largest, inclusive
     */
    record RangeType(long min, long max) implements FieldType {}

    /**
     * The interval that a number or a duration falls into.
     *
     * @param labels the intervals' names, in ascending order; made by {@link BucketLabels}
     * @param mayBeNaN whether the component is a floating-point number, of which NaN is left out
     */
    record BucketsType(List<String> labels, boolean mayBeNaN) implements FieldType {
        /** Copies the list. */
        public BucketsType {
            labels = List.copyOf(labels);
        }

        @Override
        public boolean mayBeAbsent() {
            return mayBeNaN;
        }
    }

    /**
     * One text of a fixed list, or {@code other}.
     *
     * @param values the list, in the order of its declaration, without {@code other}
     */
    record OneOfType(List<String> values) implements FieldType {
        /** Copies the list. */
        public OneOfType {
            values = List.copyOf(values);
        }
    }

    /**
     * One text of a list that is known at run time, or {@code other}.
     *
     * @param source the binary name of the class that lists them
     * @param description the description on that class; empty when there is none
     * @param maxSize how many there are at most
     */
    record SourcedType(String source, String description, int maxSize) implements FieldType {}

    /** A released version number. */
    record ReleaseVersionType() implements FieldType {
        @Override
        public boolean mayBeAbsent() {
            return true;
        }
    }

    /** A keyed hash, under identified consent only. */
    record PseudonymType() implements FieldType {
        @Override
        public boolean mayBeAbsent() {
            return true;
        }
    }

    /**
     * A nested record.
     *
     * @param fields its fields, in the order of their declaration
     */
    record RecordType(List<Field> fields) implements FieldType {
        /** Copies the list. */
        public RecordType {
            fields = List.copyOf(fields);
        }
    }
}
