package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Closes the set of values of a {@code String} component. Whatever is not in the set is recorded as {@code other}.
 *
 * <p>Exactly one of {@link #value} and {@link #source} is given.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface OneOf {
    /** The allowed values, each matching {@code [A-Za-z0-9][A-Za-z0-9._:/+@-]{0,63}} and none of them {@code other}. */
    String[] value() default {};

    /** Where the allowed values come from when they are known only at run time; {@link AllowedValues} itself means none. */
    Class<? extends AllowedValues> source() default AllowedValues.class;

    /** How many values of the {@link #source} are taken at most, from 1 to 65,536; values past it are {@code other}. */
    int maxSize() default 256;
}
