package dev.vitrine.internal.asking;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.RunChoice;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Scope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The question whether the user agrees, put once for what the catalog lists, on a terminal alone.
 *
 * <p>Its answers are worded alike, and none is preselected: Enter, the end of the input, and whatever is not one of the
 * words change nothing. That it was asked is marked before it is shown, so that also Ctrl-C is an answer.
 */
public final class FirstQuestion {
    private static final int WIDTH = 80;

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final ConsentChanges changes;
    private final Markers markers;

    /** Asks for what {@code gate} guards. */
    public FirstQuestion(ApplicationType application, AnalyticsOptions options, Gate gate, ConsentChanges changes) {
        this.application = application;
        this.options = options;
        this.gate = gate;
        this.changes = changes;
        this.markers = new Markers(gate.places().stateDirectory());
    }

    /** Asks, if it is due; answers whether it was. */
    public boolean askIfDue(Dialogue dialogue) {
        List<String> scope = gate.outline().all(ConsentMode.IDENTIFIED);
        if (!gate.mayAsk() || !isDue(scope) || !markers.markAsked(scope)) {
            return false;
        }
        dialogue.show(question());
        String answer = dialogue.readLine();
        dialogue.show((answer == null ? "\n" : "") + follow(answer) + "\n");
        return true;
    }

    /** One line that says that one can agree; null when it was said before, or may not be said. */
    public @Nullable String hint() {
        boolean mayHint = gate.mayAsk() && gate.stored().granted() == null && options.askShare() > 0;
        return mayHint && markers.askedAbout().isEmpty() && markers.markHinted()
                ? fit(application.name() + " can collect analytics if you agree. They are off. See: privacy show,"
                        + " privacy on")
                : null;
    }

    /** On request always; else once for what is collected, and only of the share that is asked. */
    private boolean isDue(List<String> scope) {
        if (options.runChoice() == RunChoice.ASK) {
            return true;
        }
        List<String> asked = markers.askedAbout();
        boolean isNew =
                asked.isEmpty() || !new Scope(asked, application.recipient().name()).covers(scope);
        return isNew && markers.isInShare(options.askShare());
    }

    private String follow(@Nullable String answer) {
        String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
        for (ConsentMode mode : application.modes()) {
            if (word.equals(mode.name().toLowerCase(Locale.ROOT))) {
                return changes.grant(mode).explanation();
            }
        }
        if (word.equals("off")) {
            return changes.withdraw().explanation();
        }
        return "Nothing was changed. To decide later: privacy on, privacy off.";
    }

    /** At most 12 lines of at most 80 columns, together with the one on which the answer is typed. */
    private String question() {
        RecipientType recipient = application.recipient();
        boolean again = gate.stored().granted() != null;
        StringBuilder text = new StringBuilder();
        line(
                text,
                again
                        ? "What " + application.name() + " collects has changed since you agreed (privacy changes)."
                        : application.name() + " collects analytics only if you agree. Do you?");
        line(
                text,
                "  who     " + recipient.name() + " (" + application.controller() + "), in " + recipient.region()
                        + ", for " + recipient.retentionDays() + " days");
        line(text, "  why     " + purpose());
        line(text, "  never   texts, prompts, code, names of files or people: no free text at all");
        line(text, "  later   change it at any time: privacy off, privacy on; read: privacy show");
        line(text, "Type one of these, then Enter:");
        line(text, "  off          nothing is sent");
        for (ConsentMode mode : application.modes()) {
            line(
                    text,
                    mode == ConsentMode.ANONYMOUS
                            ? "  anonymous    events are sent, without any identifier"
                            : "  identified   events are sent, with a random identifier");
        }
        line(text, "  not now      nothing is sent, nothing is stored");
        return text.append("> ").toString();
    }

    private String purpose() {
        int count = gate.outline().entries().size();
        return "to answer " + count + (count == 1 ? " question" : " questions") + " about how " + application.name()
                + " is used: privacy show";
    }

    private static void line(StringBuilder text, String line) {
        text.append(fit(line)).append('\n');
    }

    private static String fit(String line) {
        String printable = line.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= WIDTH ? printable : printable.substring(0, WIDTH - 3) + "...";
    }
}
