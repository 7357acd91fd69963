package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an application that collects: who answers for it, who receives the data, and what a user can choose.
 *
 * <p>The compiler makes {@code <Class>Analytics}, the one object that the application holds, in the package of the
 * annotated class, and the application's catalog in {@code META-INF/vitrine/<name>/}. The experiments of the same
 * compilation belong to the application; those of a library only when {@link #include} lists them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface AnalyticsApplication {
    /** The application's name, as in its settings folder and on the wire: {@code [a-z][a-z0-9-]{0,31}}. */
    String name();

    /** Who decides what is collected and answers for it (the controller of GDPR Article 4(7)). */
    String controller();

    /** Where to write with a question or a request: a mail address or an {@code https} URI. */
    String contact();

    /** The privacy policy: an {@code https} URI. */
    String policy();

    /** Who receives the data. */
    Recipient recipient();

    /** What a user can grant; at least one. */
    ConsentMode[] modes() default {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED};

    /** Experiments of libraries that this application takes in. */
    Class<?>[] include() default {};

    /** Requests that the application makes beside the events. */
    SideRequest[] sideRequests() default {};

    /** The most bits that the payload of one experiment may carry; more is a compile error. */
    int maxBits() default 64;
}
