package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a component or of an enum constant on the wire; the default is the name in snake_case.
 *
 * <p>A component's name is {@code [A-Za-z][A-Za-z0-9_-]*}, at most 64 characters; a constant may have any printable text
 * of 1 to 64 characters.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface WireName {
    /** The name. */
    String value();
}
