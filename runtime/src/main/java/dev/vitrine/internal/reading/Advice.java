package dev.vitrine.internal.reading;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.ConsentState;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.StoredDecision;
import dev.vitrine.internal.consent.Verdict;
import dev.vitrine.internal.delivery.StatePlace;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How to change what is in force: something that works as things stand, and never a command that would be refused. */
public final class Advice {
    private static final String WHY = " Why, and what would change it: privacy status.";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;

    Advice(ApplicationType application, AnalyticsOptions options, Gate gate) {
        this.application = application;
        this.options = options;
        this.gate = gate;
    }

    /** The advice as words that can follow "To change it:", with a full stop. */
    String inWords() {
        Verdict verdict = gate.verdict();
        return switch (verdict.rule()) {
            case ADMINISTRATOR -> "ask whoever administers this machine to remove that file." + then();
            case DISABLED -> "remove \"analytics\" from " + settings() + " by hand; then privacy on is possible again.";
            case DO_NOT_TRACK, CONTINUOUS_INTEGRATION ->
                "start " + application.name() + " without that variable." + then();
            case OWN_VARIABLE ->
                "start " + application.name() + " with another value of that variable, or none." + then();
            case RUN_CHOICE -> "start " + application.name() + " without that choice." + then();
            case UNREADABLE -> unreadable();
            case NO_PLACE -> place() + '.';
            case SHUT -> "start " + application.name() + " anew.";
            case OUT_OF_SCOPE ->
                application.modes().isEmpty()
                        ? "nothing can be agreed to any more."
                        : "see privacy changes, then "
                                + yes(application, gate.stored().granted()) + ", or privacy off.";
            case STORED_OFF, UNDECIDED ->
                application.modes().isEmpty()
                        ? "nothing can be agreed to."
                        : (hasPlace() ? "" : place() + ". Then ") + yes() + '.';
            case GRANTED -> "privacy off" + other(verdict.mode()) + '.';
            case THIS_RUN ->
                "privacy off, for this run and later ones, or start " + application.name() + " without that variable.";
        };
    }

    /** The command that agrees to all that is collected now, in the mode of a yes before, if that is offered still. */
    public static String yes(ApplicationType application, @Nullable ConsentMode before) {
        boolean identified = application.modes().contains(ConsentMode.IDENTIFIED)
                && (before == ConsentMode.IDENTIFIED || !application.modes().contains(ConsentMode.ANONYMOUS));
        return "privacy on" + (identified ? " identified" : "");
    }

    /** The advice for one line: the first command that works, or where to read why none does. */
    String shortly() {
        return switch (gate.verdict().rule()) {
            case STORED_OFF, UNDECIDED ->
                application.modes().isEmpty()
                        ? ""
                        : hasPlace() ? " To change it: " + yes(application, null) + '.' : WHY;
            case GRANTED -> " To change it: privacy off.";
            default -> WHY;
        };
    }

    /** Whether a yes would be of any use: what is sent must be kept. */
    private boolean hasPlace() {
        return StatePlace.problem(gate.places().stateDirectory()) == null;
    }

    private String place() {
        return "see that this folder can be kept, by you alone: " + state();
    }

    /** What holds when the obstacle is gone. */
    private String then() {
        StoredDecision stored = gate.stored();
        ConsentMode granted = stored.granted();
        if (granted != null) {
            return " Then your decision holds again: " + word(granted) + '.';
        }
        return stored.state() == ConsentState.UNDECIDED ? " It stays off then, too, until you say yes." : "";
    }

    private String unreadable() {
        if (options.consentStore() != null) {
            return "the application keeps your decision itself; see its settings.";
        }
        return gate.places().settingsFile() == null || gate.places().stateDirectory() == null
                ? "set the environment variable HOME to a folder of yours."
                : mend(gate.stored().problem());
    }

    private String mend(@Nullable String problem) {
        if (problem != null && problem.contains("chmod o-w")) {
            return "chmod o-w " + settings();
        } else if (problem != null && problem.endsWith("it is empty")) {
            return "delete " + settings() + ", or write {} into it.";
        }
        return "mend " + settings() + " by hand, or remove \"analytics\" from it.";
    }

    private String yes() {
        String anonymous = application.modes().contains(ConsentMode.ANONYMOUS) ? "privacy on" : "";
        String identified = application.modes().contains(ConsentMode.IDENTIFIED) ? "privacy on identified" : "";
        return anonymous + (anonymous.isEmpty() || identified.isEmpty() ? "" : ", or ") + identified;
    }

    private String other(@Nullable ConsentMode mode) {
        ConsentMode other = mode == ConsentMode.IDENTIFIED ? ConsentMode.ANONYMOUS : ConsentMode.IDENTIFIED;
        return application.modes().contains(other) ? ", or privacy on " + word(other) : "";
    }

    private String settings() {
        Path file = gate.places().settingsFile();
        return options.consentStore() != null || file == null ? "the settings" : file.toString();
    }

    private String state() {
        Path directory = gate.places().stateDirectory();
        return directory == null ? "the one that HOME or XDG_STATE_HOME names" : directory.toString();
    }

    /** The word to type for a mode. */
    public static String word(ConsentMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
