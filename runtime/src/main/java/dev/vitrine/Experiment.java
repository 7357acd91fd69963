package dev.vitrine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a record as an experiment: one question, and the one event that answers it.
 *
 * <p>The components of the record are the payload. What a component may be is a closed list (see the package
 * description); free text is not on it. From the record the compiler makes its entry in the application's privacy
 * catalog and an emitter, {@code <Record>Emitter}, in the record's package.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Experiment {
    /**
     * The identity of the experiment in the catalog, in consent scopes and on the wire: kebab-case
     * ({@code [a-z][a-z0-9]*(-[a-z0-9]+)*}, at most 64 characters). An id is never used again for another question.
     */
    String id();

    /** The question that the team wants answered, in words that a user understands. Not blank. */
    String question();

    /** Who answers for the experiment: a team's or a person's address. Not blank. */
    String owner();

    /**
     * The last day, in UTC, on which the event is recorded: an ISO 8601 date such as {@code 2027-05-29}.
     *
     * <p>A day that has passed is no compile error: the compiler does not look at the clock, so that the same sources
     * always compile the same. {@code vitrine:check} warns of it, or fails, and the runtime records nothing any more.
     */
    String expires();

    /**
     * The event's name on the wire, for teams that bring existing names: letters, digits, space, {@code _}, {@code -}
     * and {@code .}, at most 64 characters. The default is the {@link #id}.
     */
    String event() default "";

    /** Addresses that say more, such as an issue or a design document: absolute {@code https} or {@code http} URIs. */
    String[] links() default {};
}
