package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who receives the events, where, and for how long they are kept. */
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Recipient {
    /** The recipient's name, as users know it. */
    String name();

    /**
     * Where the events are posted: an {@code https} URI, or {@code http} to a loopback address. For {@link
     * RecipientProtocol#POSTHOG} it ends in {@code ?api_key=} and the project's public key.
     */
    String endpoint();

    /** Where the data is kept, such as {@code EU}. */
    String region();

    /** How many days the data is kept: at least 1. */
    int retentionDays();

    /** What is spoken with the endpoint. */
    RecipientProtocol protocol() default RecipientProtocol.VITRINE;
}
