package dev.vitrine.internal.asking;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentAnswer;
import dev.vitrine.ConsentChange;
import dev.vitrine.ConsentDialogue;
import dev.vitrine.ConsentMode;
import dev.vitrine.RunChoice;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.consent.Scope;
import dev.vitrine.internal.reading.Advice;
import dev.vitrine.internal.reading.Page;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The question for consent: asked where no rule says off and somebody sits at a terminal, once, and once more each time
 * that the catalog has grown beyond what was agreed to; whenever the user asks to be asked ({@link RunChoice#ASK}).
 *
 * <p>That it was asked is remembered before it is asked: who leaves it by Ctrl-C, or by pulling the plug, has been asked.
 * Where it cannot be remembered it is not asked, for it would be asked at every start.
 *
 * <p>Safe for use by several threads. No method throws.
 */
public final class FirstQuestion {
    /** The marker of having asked; it holds what was asked for, an atom a line. */
    static final String ASKED = "asked";

    private final ApplicationType application;
    private final AnalyticsOptions options;
    private final Gate gate;
    private final ConsentChanges changes;
    private final Markers markers;
    private final AskShare share;
    private boolean asked;

    /** Asks for what {@code gate} waits for, and stores the answer by {@code changes}. */
    public FirstQuestion(ApplicationType application, AnalyticsOptions options, Gate gate, ConsentChanges changes) {
        this(
                application,
                options,
                gate,
                changes,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** As above, with the numbers by which the share is drawn: for tests. */
    FirstQuestion(
            ApplicationType application,
            AnalyticsOptions options,
            Gate gate,
            ConsentChanges changes,
            DoubleSupplier random) {
        this.application = application;
        this.options = options;
        this.gate = gate;
        this.changes = changes;
        this.markers = new Markers(gate.places().stateDirectory());
        this.share = new AskShare(options.askShare(), markers, random);
    }

    /** Asks, if it is the time and the place; at most once in a run. */
    public synchronized ConsentAnswer ask(ConsentDialogue dialogue) {
        if (asked || application.modes().isEmpty() || !gate.mayAsk() || !isFree(dialogue) || !isDue()) {
            return ConsentAnswer.NOT_ASKED;
        }
        asked = true;
        String line = read(dialogue);
        ConsentAnswer answer = answer(line);
        tell(dialogue, apply(answer, line));
        return answer;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the application's dialogue throws, nobody can be asked
    private static boolean isFree(ConsentDialogue dialogue) {
        try {
            return dialogue.isFree();
        } catch (RuntimeException broken) {
            return false;
        }
    }

    /** Whether the user has not been asked for this yet, and was drawn; remembers it. */
    private boolean isDue() {
        ConsentMode granted = gate.stored().granted();
        List<String> offered = gate.outline().all(ConsentMode.IDENTIFIED);
        String marker = String.join("\n", offered) + '\n';
        if (options.runChoice() == RunChoice.ASK) {
            markers.replace(ASKED, marker);
            return true;
        } else if (granted == null) {
            // Nobody who has not agreed to anything is asked again because there is more to agree to.
            return markers.read(ASKED) == null && share.isDrawn() && markers.create(ASKED, marker);
        }
        return !wasAskedFor(gate.outline().all(granted)) && markers.replace(ASKED, marker);
    }

    private boolean wasAskedFor(List<String> atoms) {
        String before = markers.read(ASKED);
        return before != null
                && new Scope(before.lines().toList(), application.recipient().name()).covers(atoms);
    }

    @SuppressWarnings("CatchingUnchecked") // line editors report Ctrl-C by exceptions of their own, which is no answer
    private @Nullable String read(ConsentDialogue dialogue) {
        try {
            return dialogue.ask(new QuestionText(application, gate, dialogue.columns()).text());
        } catch (IOException | RuntimeException noAnswer) {
            return null;
        }
    }

    private ConsentAnswer answer(@Nullable String line) {
        String word = word(line);
        for (ConsentMode mode : application.modes()) {
            if (word.equals(Advice.word(mode))) {
                return mode == ConsentMode.IDENTIFIED ? ConsentAnswer.IDENTIFIED : ConsentAnswer.ANONYMOUS;
            }
        }
        // To what is new, a no without more words leaves alone what was agreed to.
        boolean off = gate.stored().granted() == null ? QuestionText.NO.contains(word) : word.equals(QuestionText.OFF);
        return off ? ConsentAnswer.OFF : ConsentAnswer.NOT_NOW;
    }

    private static String word(@Nullable String line) {
        return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
    }

    private String apply(ConsentAnswer answer, @Nullable String line) {
        return switch (answer) {
            case OFF -> explanation(changes.withdraw(), "privacy on");
            case ANONYMOUS -> explanation(changes.grant(ConsentMode.ANONYMOUS), "privacy off");
            case IDENTIFIED -> explanation(changes.grant(ConsentMode.IDENTIFIED), "privacy off");
            case NOT_NOW, NOT_ASKED -> unchanged(line);
        };
    }

    private static String explanation(ConsentChange change, String wayBack) {
        return change.explanation() + (change.stored() ? " To change it: " + wayBack + '.' : "");
    }

    private String unchanged(@Nullable String line) {
        String word = word(line);
        ConsentMode granted = gate.stored().granted();
        boolean known = word.isEmpty() || word.equals(QuestionText.NOT_NOW) || QuestionText.NO.contains(word);
        return (known ? "" : "That is none of the words, so it counts as a no. ")
                + effect(granted)
                + " To decide later: "
                + Advice.yes(application, granted)
                + ", privacy off.";
    }

    private String effect(@Nullable ConsentMode granted) {
        if (granted == null) {
            return "Nothing is sent, and you will not be asked again.";
        }
        return gate.decision().isOn()
                ? "What you agreed to goes on; what is new waits for a yes of yours."
                : "Nothing is sent until you say yes to what has changed.";
    }

    @SuppressWarnings("CatchingUnchecked") // the answer is stored; that it cannot be confirmed changes nothing
    private static void tell(ConsentDialogue dialogue, String words) {
        try {
            dialogue.tell(new Page(dialogue.columns()).paragraph(words).toString());
        } catch (IOException | RuntimeException gone) {
            return;
        }
    }
}
