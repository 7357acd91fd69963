package dev.vitrine.processor.model;

import dev.vitrine.processor.declaration.TypeUse;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What generated code must know of a field that the catalog does not say. */
public sealed interface Binding {

    /** Nothing. */
    record NoBinding() implements Binding {}

    /**
     * An enum.
     *
     * @param type the enum
     * @param constants the constants' names in Java, in the order of the catalog's
     */
    record EnumBinding(TypeUse type, List<String> constants) implements Binding {
        /** Copies the list. */
        public EnumBinding {
            constants = List.copyOf(constants);
        }
    }

    /**
     * The edges of buckets.
     *
     * @param unit their unit; of no meaning for numbers
     * @param edges the edges
     * @param isTimeSpan whether the component is a duration
     */
    record BucketsBinding(ChronoUnit unit, List<Double> edges, boolean isTimeSpan) implements Binding {
        /** Copies the list. */
        public BucketsBinding {
            edges = List.copyOf(edges);
        }
    }

    /**
     * The class that lists values at run time.
     *
     * @param type the class
     */
    record SourceBinding(TypeUse type) implements Binding {}

    /**
     * A nested record.
     *
     * @param type the record
     * @param fields its fields
     */
    record RecordBinding(TypeUse type, List<FieldModel> fields) implements Binding {
        /** Copies the list. */
        public RecordBinding {
            fields = List.copyOf(fields);
        }
    }
}
