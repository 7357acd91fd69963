package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.temporal.ChronoUnit;

/**
 * Records only which of n + 1 intervals a number or a {@code Duration} falls into.
 *
 * <p>The n edges are strictly ascending; the lower edge of an interval is inclusive. {@code @Buckets({10, 100})} has the
 * values {@code <10}, {@code 10-100} and {@code >=100}.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Buckets {
    /** The edges: at least one, finite, strictly ascending. */
    double[] value();

    /** The unit of the edges when the component is a {@code Duration}; elsewhere it must be left alone. */
    ChronoUnit unit() default ChronoUnit.MILLIS;
}
