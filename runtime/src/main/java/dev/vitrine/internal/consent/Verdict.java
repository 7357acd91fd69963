package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What the decision order says.
 *
 * @param rule the rule that applied
 * @param mode what is in force; null means off
 * @param reason the rule in words that a user understands; it can follow "because", and has no full stop
 * @param mayAsk whether the user may be asked now: no rule says off, and there is a terminal
 */
public record Verdict(Rule rule, @Nullable ConsentMode mode, String reason, boolean mayAsk) {

    /** The rules, in the order in which they are tried: the first that applies decides. */
    public enum Rule {
        /** The administrator's file is there. */
        ADMINISTRATOR,
        /** The user said no for ever. */
        DISABLED,
        /** {@code DO_NOT_TRACK}. */
        DO_NOT_TRACK,
        /** This run's choice is off. */
        RUN_CHOICE,
        /** The application's own variable says no, or something unknown. */
        OWN_VARIABLE,
        /** Continuous integration. */
        CONTINUOUS_INTEGRATION,
        /** What is stored cannot be read, understood or trusted. */
        UNREADABLE,
        /** The user said no. */
        STORED_OFF,
        /** The user said yes, but to something else than what is installed. */
        OUT_OF_SCOPE,
        /** There is a yes, but what is sent could not be kept for the user to read. */
        NO_PLACE,
        /** The user said yes. */
        GRANTED,
        /** Nothing is stored, and the application's own variable says yes for this run. */
        THIS_RUN,
        /** Nothing is stored. */
        UNDECIDED,
        /** Shut in this run: by a no that could not be stored, or by a change from elsewhere. */
        SHUT
    }

    /** The part that applications see. */
    public Decision decision() {
        return new Decision(mode, reason);
    }
}
