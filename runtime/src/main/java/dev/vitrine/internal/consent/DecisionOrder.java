package dev.vitrine.internal.consent;

import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.RunChoice;
import dev.vitrine.internal.consent.Circumstances.Coverage;
import dev.vitrine.internal.consent.EnvironmentRules.Word;
import dev.vitrine.internal.consent.Verdict.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The decision: one pure function of the {@link Circumstances}. Most private wins: the rules are tried from the strongest
 * no to the weakest yes, and no rule after a no can turn it into a yes. Even a yes is none where what is sent could not be
 * kept for the user to read.
 */
final class DecisionOrder {
    // A constant of an enum is compared only where it can matter: otherwise each run would load the enum for it.

    private DecisionOrder() {}

    /** What is in force, and the one rule that says so. */
    static Verdict decide(Circumstances circumstances) {
        EnvironmentRules environment = new EnvironmentRules(circumstances.environment(), circumstances.application());
        Verdict verdict = absoluteNo(circumstances, environment);
        if (verdict == null) {
            verdict = noForThisRun(circumstances, environment);
        }
        if (verdict == null) {
            verdict = stored(circumstances);
        }
        if (verdict == null) {
            verdict = undecided(circumstances, environment);
        }
        return verdict.mode() != null && circumstances.stateProblem() != null
                ? off(Rule.NO_PLACE, "what is sent could not be kept for you to read: " + circumstances.stateProblem())
                : verdict;
    }

    /** Rules 1 and 2. */
    private static @Nullable Verdict absoluteNo(Circumstances circumstances, EnvironmentRules environment) {
        if (circumstances.administratorFile() != null) {
            return off(
                    Rule.ADMINISTRATOR,
                    "an administrator switched it off for this machine (" + circumstances.administratorFile() + ")");
        } else if (circumstances.stored().state() == ConsentState.DISABLED) {
            return off(Rule.DISABLED, "you switched it off for ever");
        } else if (environment.isSet(EnvironmentRules.DO_NOT_TRACK)) {
            return off(Rule.DO_NOT_TRACK, "the environment variable DO_NOT_TRACK is set");
        }
        return null;
    }

    /** Rules 3 and 4. */
    private static @Nullable Verdict noForThisRun(Circumstances circumstances, EnvironmentRules environment) {
        RunChoice runChoice = circumstances.runChoice();
        if (runChoice != null && runChoice == RunChoice.OFF) {
            return off(Rule.RUN_CHOICE, "it was switched off for this run");
        }
        Word own = environment.own();
        if (own != null && own == Word.OFF) {
            return off(Rule.OWN_VARIABLE, "the environment variable " + environment.variable() + " says no");
        } else if (own != null && own == Word.UNKNOWN) {
            return off(
                    Rule.OWN_VARIABLE,
                    "the environment variable " + environment.variable()
                            + " holds an unknown word, which counts as no");
        }
        String integration = environment.continuousIntegration();
        if (integration != null && circumstances.runChoice() != RunChoice.ASK) {
            return off(
                    Rule.CONTINUOUS_INTEGRATION,
                    "this is continuous integration (the environment variable " + integration + " is set)");
        }
        return null;
    }

    /** Rule 5. */
    private static @Nullable Verdict stored(Circumstances circumstances) {
        StoredDecision stored = circumstances.stored();
        boolean onRequest = circumstances.terminal() && circumstances.runChoice() == RunChoice.ASK;
        ConsentMode granted = stored.granted();
        if (granted != null) {
            boolean offered = circumstances.offered().contains(granted);
            return granted(circumstances, offered ? granted : ConsentMode.ANONYMOUS);
        } else if (stored.state() == ConsentState.UNDECIDED) {
            return null;
        } else if (stored.state() == ConsentState.UNREADABLE) {
            return off(Rule.UNREADABLE, stored.problem() == null ? "unreadable" : stored.problem());
        }
        return new Verdict(Rule.STORED_OFF, null, "you switched it off", onRequest);
    }

    private static Verdict granted(Circumstances circumstances, ConsentMode mode) {
        if (!circumstances.offered().contains(mode)) {
            return new Verdict(
                    Rule.OUT_OF_SCOPE, null, "what you agreed to is no longer offered", circumstances.terminal());
        } else if (circumstances.coverage() == Coverage.NOTHING) {
            return new Verdict(
                    Rule.OUT_OF_SCOPE,
                    null,
                    "what is collected has changed since you agreed, and you have not agreed to that",
                    circumstances.terminal());
        }
        String reason = mode == ConsentMode.IDENTIFIED
                ? "you agreed to events with a random tracking id"
                : "you agreed to anonymous events";
        boolean some = circumstances.coverage() == Coverage.SOME;
        return new Verdict(
                Rule.GRANTED,
                mode,
                some ? reason + "; what was added since waits for a new yes" : reason,
                some && circumstances.terminal());
    }

    /** Rules 6 and 7. */
    private static Verdict undecided(Circumstances circumstances, EnvironmentRules environment) {
        Word own = environment.own();
        ConsentMode mode = own == null ? null : own.withoutDecision();
        if (mode != null && circumstances.offered().contains(mode)) {
            return new Verdict(
                    Rule.THIS_RUN,
                    mode,
                    "the environment variable " + environment.variable() + " says yes, for this run"
                            + (own == Word.IDENTIFIED ? "; a tracking id needs a stored yes" : ""),
                    false);
        }
        return new Verdict(Rule.UNDECIDED, null, "you have not decided", circumstances.terminal());
    }

    private static Verdict off(Rule rule, String reason) {
        return new Verdict(rule, null, reason, false);
    }
}
