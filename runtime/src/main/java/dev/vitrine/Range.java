package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a whole number ({@code byte}, {@code short}, {@code int}, {@code long}, or an {@code Optional} of their boxes).
 * A value outside the bounds is recorded as the nearer bound.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Range {
    /** The smallest value that is recorded, inclusive. */
    long min();

    /** The largest value that is recorded, inclusive; not below {@link #min}. */
    long max();
}
