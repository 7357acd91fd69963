package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.ComponentType;
import java.util.List;

/**
 * Which annotations fit which type.
 *
 * @param rules the annotations, of which there must be one; none when the type is closed by itself
 * @param cure what to do instead of what was done
 */
record Fitting(List<String> rules, String cure) {

    static Fitting of(ComponentType type) {
        if (type instanceof ComponentType.WholeNumber) {
            return new Fitting(
                    List.of("@Range", "@Buckets"), "a whole number takes @Range(min = …, max = …) or @Buckets({…})");
        }
        if (type instanceof ComponentType.FloatingNumber) {
            return new Fitting(List.of("@Buckets"), "a floating-point number takes @Buckets({…})");
        }
        if (type instanceof ComponentType.TimeSpan) {
            return new Fitting(List.of("@Buckets"), "a Duration takes @Buckets(value = {…}, unit = …)");
        }
        if (type instanceof ComponentType.Text) {
            return new Fitting(
                    List.of("@OneOf", "@ReleaseVersion", "@Pseudonym"),
                    "a String takes @OneOf, @ReleaseVersion or @Pseudonym");
        }
        return new Fitting(List.of(), "the type has a closed set of values by itself");
    }
}
