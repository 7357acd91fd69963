package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field or a value means, in the words that users read in the catalog and in {@code /privacy}.
 *
 * <p>Required on every component of an experiment and on every constant of an enum that is a component. Optional on the
 * record, the enum and an {@link AllowedValues} class. Javadoc is never used in its place: compilers lose it in
 * incremental builds.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface Description {
    /** One sentence or two. Not blank. */
    String value();
}
