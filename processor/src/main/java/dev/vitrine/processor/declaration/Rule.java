package dev.vitrine.processor.declaration;

import java.util.List;
import java.util.Optional;

/** An annotation that closes the set of values of a component. */
public sealed interface Rule {
    /** The annotation. */
    Place place();

    /** The annotation's name, with the at sign. */
    String annotation();

    /**
     * {@code @Range}.
     *
     * @param place the annotation
     * @param min the smallest value
     * @param max the largest value
     */
    record RangeRule(Place place, Given<Long> min, Given<Long> max) implements Rule {
        @Override
        public String annotation() {
            return "@Range";
        }
    }

    /**
     * {@code @Buckets}.
     *
     * @param place the annotation
     * @param edges the edges
     * @param unit the name of the {@code ChronoUnit}
     */
    record BucketsRule(Place place, Given<List<Double>> edges, Given<String> unit) implements Rule {
        @Override
        public String annotation() {
            return "@Buckets";
        }
    }

    /**
     * {@code @OneOf}.
     *
     * @param place the annotation
     * @param values the values that are listed; empty when none are
     * @param source the class that lists them at run time
     * @param maxSize how many values of the source are taken
     */
    record OneOfRule(
            Place place, List<Given<String>> values, Optional<SourceDeclaration> source, Given<Integer> maxSize)
            implements Rule {
        /** Copies the list. */
        public OneOfRule {
            values = List.copyOf(values);
        }

        @Override
        public String annotation() {
            return "@OneOf";
        }
    }

    /**
     * {@code @ReleaseVersion}.
     *
     * @param place the annotation
     */
    record ReleaseVersionRule(Place place) implements Rule {
        @Override
        public String annotation() {
            return "@ReleaseVersion";
        }
    }

    /**
     * {@code @Pseudonym}.
     *
     * @param place the annotation
     */
    record PseudonymRule(Place place) implements Rule {
        @Override
        public String annotation() {
            return "@Pseudonym";
        }
    }

    /**
     * A class that lists values at run time.
     *
     * @param place where it is named
     * @param type the class
     * @param isUsable whether generated code can make one: a public class, not abstract, with a public constructor that
     *     takes nothing and declares no checked exception
     * @param description the description on the class
     */
    record SourceDeclaration(Place place, TypeUse type, boolean isUsable, Optional<Given<String>> description) {}
}
