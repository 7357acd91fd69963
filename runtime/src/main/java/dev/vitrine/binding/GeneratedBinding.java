package dev.vitrine.binding;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every class that Vitrine's compiler plug-in makes, nested ones too: this class may call what is in this package.
 *
 * <p>{@code javax.annotation.processing.Generated} is gone from class files. This one stays, so that {@code
 * vitrine:check} can tell generated callers from those written by hand, also in a jar; and since its name has {@code
 * Generated} in it, coverage tools leave these classes out.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedBinding {}
