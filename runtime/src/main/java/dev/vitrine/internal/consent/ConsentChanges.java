package dev.vitrine.internal.consent;

import dev.vitrine.ConsentChange;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.binding.ApplicationType;
import java.io.IOException;
import java.util.Locale;

/**
 * What the user can decide, in this process. A no holds at once, whether or not it can be stored; a yes holds when it is
 * stored.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class ConsentChanges {
    private static final String RACE = "Another process changed the decision at this moment, so nothing was stored."
            + " Look at it (privacy status), and decide again.";

    private final Gate gate;
    private final ApplicationType application;

    /** Changes what {@code gate} goes by. */
    public ConsentChanges(Gate gate, ApplicationType application) {
        this.gate = gate;
        this.application = application;
    }

    /** Yes, to what the installed catalog lists. */
    public ConsentChange grant(ConsentMode mode) {
        if (!application.modes().contains(mode)) {
            return new ConsentChange(false, application.name() + " does not offer " + word(mode) + " analytics.");
        }
        try {
            StoredDecision before = gate.keeper().grant(mode);
            if (before == null) {
                return new ConsentChange(false, RACE);
            } else if (before.state() == ConsentState.DISABLED) {
                return new ConsentChange(
                        false,
                        "Analytics were switched off for ever. If that is to change, remove \"analytics\" from the"
                                + " settings by hand.");
            }
            if (mode == ConsentMode.ANONYMOUS) {
                gate.salt().delete();
            }
            gate.reopen();
            return new ConsentChange(true, granted(mode, before));
        } catch (IOException failed) {
            return new ConsentChange(
                    false,
                    "Nothing was stored, and analytics stay as they were: " + StoredConsent.message(failed) + ".");
        }
    }

    private String granted(ConsentMode mode, StoredDecision before) {
        Verdict verdict = gate.verdict();
        String stored = "Stored: " + word(mode) + ".";
        String replaced = before.problem() == null
                ? ""
                : " What was stored before could not be used (" + before.problem() + "), and was replaced.";
        String effect =
                verdict.mode() == null ? " Nothing is sent all the same, because " + verdict.reason() + "." : "";
        String id = mode == ConsentMode.ANONYMOUS && before.trackingId() != null ? " The tracking id is deleted." : "";
        return stored + id + replaced + effect;
    }

    /** No. The user can be asked again only on request. */
    public ConsentChange withdraw() {
        return refuse(ConsentState.OFF, "you switched it off", "Stored: off. Nothing is sent.");
    }

    /** No, for ever: nothing but the user's own hand in the settings changes it. */
    public ConsentChange disable() {
        return refuse(
                ConsentState.DISABLED,
                "you switched it off for ever",
                "Stored: off for ever. Nothing is sent, and nobody asks again.");
    }

    private ConsentChange refuse(ConsentState no, String reason, String done) {
        gate.shut(reason);
        String salt = "";
        try {
            gate.salt().delete();
        } catch (IOException failed) {
            salt = " The salt could not be removed: " + StoredConsent.message(failed) + ".";
        }
        try {
            StoredDecision before = gate.keeper().refuse(no);
            if (before == null) {
                return new ConsentChange(
                        false,
                        "Off in this run. It could not be stored, for another process keeps changing it." + salt);
            }
            gate.update();
            boolean already = before.state() == ConsentState.DISABLED && no == ConsentState.OFF;
            return new ConsentChange(true, (already ? "Analytics are off already, and for ever." : done) + salt);
        } catch (IOException failed) {
            gate.update();
            String why = "It could not be stored: " + StoredConsent.message(failed) + ".";
            return new ConsentChange(
                    false,
                    (gate.stored().state() == ConsentState.UNREADABLE
                                    ? why + " Analytics stay off as long as that is so. Mend it, then say no again."
                                    : "Off in this run. " + why)
                            + salt);
        }
    }

    /** A new tracking id and a new salt: what comes cannot be connected with what was sent. */
    public ConsentChange resetId() {
        try {
            StoredDecision before = gate.keeper().resetId();
            if (before == null) {
                return new ConsentChange(false, RACE);
            } else if (before.state() != ConsentState.IDENTIFIED) {
                return new ConsentChange(false, "There is no tracking id: it exists only where it was agreed to.");
            }
            gate.salt().delete();
            gate.reopen();
            return new ConsentChange(true, "Stored: a new random tracking id in place of the old one.");
        } catch (IOException failed) {
            return new ConsentChange(false, "The tracking id stays: " + StoredConsent.message(failed) + ".");
        }
    }

    private static String word(ConsentMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
