package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code String} component that holds a released version number, such as {@code 1.2.3} or {@code 2.0.0-rc.1}.
 * Text of any other shape is left out of the payload.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface ReleaseVersion {}
