package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.asking.ConsoleDialogue;
import dev.vitrine.internal.asking.Dialogue;
import dev.vitrine.internal.asking.FirstQuestion;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Gate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The user's decision: to read it, and to change it. A change takes effect at once, in this process.
 *
 * <p>Safe for use by several threads. No method throws. The methods that store something take as long as a small file
 * does to be replaced; should another process keep it locked, they give up after two seconds.
 */
public final class Consent {
    private final Gate gate;
    private final ConsentChanges changes;
    private final ApplicationType application;
    private final AnalyticsOptions options;

    Consent(Gate gate, ApplicationType application, AnalyticsOptions options) {
        this.gate = gate;
        this.changes = new ConsentChanges(gate, application);
        this.application = application;
        this.options = options;
    }

    /** What is stored now. */
    public ConsentState state() {
        gate.update();
        return gate.stored().state();
    }

    /** What is in force, and why. */
    public Decision decision() {
        gate.update();
        return gate.decision();
    }

    /**
     * Asks the user on the console, if it is due, and waits for the answer: call it once at the start of an interactive
     * program. It is due when the user has not decided, was not asked about what the catalog lists, belongs to the {@link
     * AnalyticsOptions.Builder#askShare share} that is asked, sits at a terminal, and no rule says off; with {@link
     * RunChoice#ASK} also when the user was asked before. Whatever is not clearly a yes changes nothing.
     *
     * @return whether the question was put
     */
    public boolean askIfDue() {
        ConsoleDialogue console = ConsoleDialogue.open();
        return console != null && question().askIfDue(console);
    }

    /**
     * As {@link #askIfDue()}, for programs that keep the terminal to themselves.
     *
     * @param show shows text, which may have several lines and does not end with a line end where the answer is typed
     * @param readLine reads one line, without echo of its own; null at the end of the input or when the user breaks off
     */
    public boolean askIfDue(Consumer<String> show, Supplier<@Nullable String> readLine) {
        return question().askIfDue(new Dialogue() {
            @Override
            public void show(String text) {
                show.accept(text);
            }

            @Override
            public @Nullable String readLine() {
                return readLine.get();
            }
        });
    }

    /**
     * One line for the user, without a line end, that says that one can agree: answered once in the life of an
     * installation, to a user who sits at a terminal, has not decided and was not asked. Null at all other times.
     */
    public @Nullable String hint() {
        return question().hint();
    }

    /**
     * Stores that the user said yes to what the installed catalog lists, and to nothing that is added later. Call it only
     * for a yes that the user gave. What a stronger rule forbids, such as {@code DO_NOT_TRACK}, stays forbidden.
     */
    public ConsentChange grant(ConsentMode mode) {
        return changes.grant(mode);
    }

    /**
     * Stores that the user said no. In this process it holds at once, even if it cannot be stored: queue and spool are
     * emptied, and the tracking id is removed. Nothing tells the recipient.
     */
    public ConsentChange withdraw() {
        return changes.withdraw();
    }

    /** As {@link #withdraw}, for ever: only the user's own hand in the settings can change it. */
    public ConsentChange disable() {
        return changes.disable();
    }

    /** Stores a new random tracking id in place of the old one; under identified consent only. */
    public ConsentChange resetId() {
        return changes.resetId();
    }

    private FirstQuestion question() {
        return new FirstQuestion(application, options, gate, changes);
    }
}
