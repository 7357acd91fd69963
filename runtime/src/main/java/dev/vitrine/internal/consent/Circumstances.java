package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.RunChoice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the decision depends on.
 *
 * @param application the application's name
 * @param offered what a user can grant
 * @param administratorFile the administrator's off switch, as "(file) exists"; null when it does not
 * @param stored what the user decided
 * @param coverage how much of the installed catalog that decision covers
 * @param environment the environment variables
 * @param runChoice what was chosen for this run; null when nothing was
 * @param terminal whether there is a terminal to ask on
 * @param stateProblem why what is sent could not be kept where the user can read it; null when it could, and where nothing
 *     would be sent anyway, for then nobody looks
 */
public record Circumstances(
        String application,
        List<ConsentMode> offered,
        @Nullable String administratorFile,
        StoredDecision stored,
        Coverage coverage,
        Map<String, String> environment,
        @Nullable RunChoice runChoice,
        boolean terminal,
        @Nullable String stateProblem) {

    /** How much of the installed catalog a stored decision covers. */
    public enum Coverage {
        /** Nothing, or the recipient is another: nothing can be sent. */
        NOTHING,
        /** Some experiments wait until the user has agreed to them. */
        SOME,
        /** Everything. */
        ALL
    }

    /** Copies the collections. */
    public Circumstances {
        offered = List.copyOf(offered);
        environment = Map.copyOf(environment);
    }

    /** The same, where nothing can be kept. */
    Circumstances withoutPlace(String problem) {
        return new Circumstances(
                application, offered, administratorFile, stored, coverage, environment, runChoice, terminal, problem);
    }
}
