package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A request that the application makes beside the events, such as an update check. The catalog lists it. */
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface SideRequest {
    /** What it is called, such as {@code update check}. */
    String name();

    /** Where it goes: an {@code https} URI, or {@code http} to a loopback address. */
    String endpoint();

    /** The question that it answers. */
    String question();
}
