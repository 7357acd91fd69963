package dev.vitrine.processor.declaration;

/** The type of a component, as far as the privacy rules tell types apart. */
public sealed interface ComponentType {

    /** {@code boolean}. */
    record Truth() implements ComponentType {}

    /**
     * {@code byte}, {@code short}, {@code int}, {@code long}.
     *
     * @param smallest the smallest value of the type
     * @param largest the largest value of the type
     */
    record WholeNumber(long smallest, long largest) implements ComponentType {
        /** {@code byte}. */
        public static final WholeNumber BYTE = new WholeNumber(Byte.MIN_VALUE, Byte.MAX_VALUE);
        /** {@code short}. */
        public static final WholeNumber SHORT = new WholeNumber(Short.MIN_VALUE, Short.MAX_VALUE);
        /** {@code int}. */
        public static final WholeNumber INT = new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
        /** {@code long}. */
        public static final WholeNumber LONG = new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** {@code float}, {@code double}. */
    record FloatingNumber() implements ComponentType {}

    /** {@code java.time.Duration}. */
    record TimeSpan() implements ComponentType {}

    /** {@code String}. */
    record Text() implements ComponentType {}

    /**
     * An enum.
     *
     * @param constants the enum
     */
    record Constants(EnumDeclaration constants) implements ComponentType {}

    /**
     * A {@code Set} of an enum.
     *
     * @param constants the enum
     */
    record ConstantSet(EnumDeclaration constants) implements ComponentType {}

    /**
     * An {@code Optional}.
     *
     * @param value what it may hold; a box counts as its primitive type
     */
    record Maybe(ComponentType value) implements ComponentType {}

    /**
     * A nested record.
     *
     * @param record the record
     */
    record Nested(RecordDeclaration record) implements ComponentType {}

    /**
     * A record that holds itself.
     *
     * @param record its name
     */
    record Recursive(String record) implements ComponentType {}

    /**
     * Everything else.
     *
     * @param type the type, as a developer writes it
     * @param why why no field can hold it
     * @param instead the nearest that a field can hold
     */
    record Open(String type, String why, String instead) implements ComponentType {}
}
