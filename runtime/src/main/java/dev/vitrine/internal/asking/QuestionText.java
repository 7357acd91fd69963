package dev.vitrine.internal.asking;

import dev.vitrine.ConsentMode;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Outline;
import dev.vitrine.internal.reading.Advice;
import dev.vitrine.internal.reading.Columns;
import dev.vitrine.internal.reading.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of the question: at most 12 lines of 80 columns, however long the names in the catalog are, and more where a
 * line has fewer columns. The answers stand
 * in one form, and none of them is the one that Enter gives.
 */
final class QuestionText {
    static final String OFF = "off";
    static final String NOT_NOW = "not now";
    /** Who says one of these has said no, and means {@link #OFF}. */
    static final List<String> NO = List.of(OFF, "n", "no", "nope", "never");

    private static final int COLUMN = 12;
    private static final int OPTION_COLUMN = 14;
    /** What is left of a line for the controller and the application's name, which has 32 characters at most. */
    private static final int NAMES = 54;

    private final ApplicationType application;
    private final Gate gate;
    private final int columns;

    /** Asks for what {@code gate} waits for, on a terminal of so many columns. */
    QuestionText(ApplicationType application, Gate gate, int columns) {
        this.application = application;
        this.gate = gate;
        this.columns = Math.min(columns, Page.WIDTH);
    }

    /** The question; its last line is the prompt. */
    String text() {
        boolean agreed = gate.stored().granted() != null;
        StringBuilder text = new StringBuilder();
        text.append(new Page(columns).paragraph(headline(agreed)));
        text.append(agreed ? lines("New", COLUMN, added(), 2) : lines("Purpose", COLUMN, purpose(), 2));
        text.append(lines("Goes to", COLUMN, recipient(), 2));
        text.append(lines("Never", COLUMN, "free text: no prompts, no file names or contents, no messages", 1));
        text.append(lines("Withdraw", COLUMN, "at any time: privacy off (all there is to know: privacy show)", 1));
        option(text, OFF, "send nothing, and keep it so");
        for (ConsentMode mode : application.modes()) {
            boolean identified = mode == ConsentMode.IDENTIFIED;
            option(
                    text,
                    Advice.word(mode),
                    "send events, " + (identified ? "with a random tracking id" : "without any id"));
        }
        boolean on = gate.decision().isOn();
        option(
                text,
                NOT_NOW,
                on
                        ? "go on as agreed, without what is new"
                        : "send nothing, and leave it open; this is asked only once");
        Page prompt = new Page(columns)
                .paragraph(
                        agreed
                                ? "Type one of these words (Enter, or anything else: not now):"
                                : "Type one of these words; Enter, or anything else, is a no:");
        return text.append(prompt.toString().stripTrailing()).append(' ').toString();
    }

    private String headline(boolean agreed) {
        String name = application.name();
        return agreed
                ? "What " + name + " collects has changed since you agreed."
                : "May " + name + " tell " + clip(application.controller(), NAMES - Columns.of(name))
                        + " how it is used?";
    }

    private void option(StringBuilder text, String word, String effect) {
        text.append(lines("  " + word, OPTION_COLUMN, effect, 1));
    }

    /**
     * At most {@code most} lines of 80 columns, whatever the words are; what is cut ends with an ellipsis. On a narrower
     * terminal, as many lines as it takes.
     */
    private String lines(String label, int column, String words, int most) {
        List<String> wrapped = new Page(columns)
                .entry(label, column, words)
                .toString()
                .lines()
                .map(line -> clip(line, Page.WIDTH))
                .toList();
        if (columns == Page.WIDTH && wrapped.size() > most) {
            wrapped = new ArrayList<>(wrapped.subList(0, most));
            wrapped.set(most - 1, clip(wrapped.get(most - 1), Page.WIDTH - 1) + '…');
        }
        return String.join("\n", wrapped) + '\n';
    }

    private String purpose() {
        List<Outline.Entry> current = current();
        if (current.isEmpty()) {
            return "nothing yet; what is added later waits for another yes";
        }
        String first = question(current.get(0).id());
        String count = current.size() == 1 ? "to answer 1 question" : "to answer " + current.size() + " questions";
        return first == null ? count : count + (current.size() == 1 ? ": " : ", such as: ") + first;
    }

    private String added() {
        List<String> ids = current().stream()
                .filter(entry -> !gate.covers(entry.atoms()))
                .map(Outline.Entry::id)
                .toList();
        String question = ids.isEmpty() ? null : question(ids.get(0));
        String events = String.join(", ", ids) + (question == null ? "" : ", to answer: " + question);
        ConsentMode granted = gate.stored().granted();
        boolean same = granted != null && gate.covers(gate.outline().applicationAtoms(granted));
        return same
                ? events
                : "who receives it, how long it is kept, or what goes along" + (ids.isEmpty() ? "" : "; ") + events;
    }

    private String recipient() {
        RecipientType recipient = application.recipient();
        String days = recipient.retentionDays() == 1 ? "1 day" : recipient.retentionDays() + " days";
        // Long names are cut, so that region and retention have their place in two lines.
        return clip(recipient.name(), 26) + " (" + clip(application.controller(), 26) + "), in "
                + clip(recipient.region(), 20) + ", kept for " + days;
    }

    /** The experiments that have not expired. */
    private List<Outline.Entry> current() {
        return gate.outline().entries().stream()
                .filter(entry -> entry.expires() >= gate.today())
                .toList();
    }

    private @Nullable String question(String id) {
        for (ExperimentType<?> type : application.experiments()) {
            if (type.id().equals(id)) {
                return type.question();
            }
        }
        return null;
    }

    private static String clip(String words, int most) {
        return Columns.of(words) <= most
                ? words
                : Columns.beginning(words, most - 1).stripTrailing() + '…';
    }
}
