package dev.vitrine.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every generated method that records an event: a call of it, from code that is not generated, is a call site of the
 * experiment. {@code vitrine:show} lists them, and {@code vitrine:check} warns of an experiment that has none.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Emits {
    /** The experiment's id. */
    String value();
}
