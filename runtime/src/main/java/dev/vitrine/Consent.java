package dev.vitrine;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.asking.ConsoleDialogue;
import dev.vitrine.internal.asking.FirstQuestion;
import dev.vitrine.internal.consent.ConsentChanges;
import dev.vitrine.internal.consent.Forgetting;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.deletion.RecipientDeletion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The user's decision: to read it, and to change it. A change takes effect at once, in this process.
 *
 * <p>Safe for use by several threads. No method throws. The methods that store something take as long as a small file
 * does to be replaced; should another process keep it locked, they give up after two seconds. None but {@link #askIfDue()}
 * writes to the terminal.
 */
public final class Consent {
    private final Gate gate;
    private final ConsentChanges changes;
    private final ApplicationType application;
    private final AnalyticsOptions options;
    private @Nullable FirstQuestion question;

    Consent(Gate gate, ApplicationType application, AnalyticsOptions options) {
        this.gate = gate;
        this.application = application;
        this.options = options;
        this.changes = new ConsentChanges(gate, application);
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

    /**
     * Says no, if the user has said yes, and deletes what this machine keeps: the tracking id and the user id, the salt,
     * what waits to be sent, the counts, and the log of what was sent. A no stays a no. The recipient is asked to
     * delete what was sent under each tracking id that the log names, which takes up to 10 seconds for each; an id under
     * which nothing was sent is told to nobody. If the recipient does not confirm it, what is here is deleted all the same,
     * but for those ids: they are kept in a file of their own, from which the next call asks again, and the explanation
     * says so.
     */
    public ConsentChange forget() {
        return forgetting().all();
    }

    /**
     * Asks the recipient to delete what was sent under a tracking id that is no longer stored here, for up to 10 seconds.
     * Changes nothing else on this machine.
     */
    public ConsentChange forget(UUID trackingId) {
        return forgetting().one(trackingId);
    }

    private Forgetting forgetting() {
        return new Forgetting(
                gate,
                changes,
                application.recipient().protocol(),
                permits -> new RecipientDeletion(application, options).ask(permits));
    }

    /**
     * Asks the user for consent on the terminal, stores the answer, and says what became of it. A command-line tool calls
     * this once in a run, where a question does not interrupt anything: before its first prompt, or after its work is
     * done. Blocks until the user has answered.
     *
     * <p>It is a call of its own, and not a part of opening, because only the application knows when its terminal is free,
     * and because a library that prints when it is constructed would be none to rely on. It does nothing at all unless
     * all of this is so:
     *
     * <ul>
     *   <li>standard input and output are a terminal, and no rule says off: no administrator, no {@code DO_NOT_TRACK}, no
     *       {@code <APP>_ANALYTICS}, no continuous integration, no earlier no;
     *   <li>the user was not asked before; or has agreed, and the catalog has grown beyond that and beyond what the user
     *       was asked for; or asks to be asked ({@link RunChoice#ASK}, and not everything is agreed to yet);
     *   <li>this installation is one of those that {@link AnalyticsOptions.Builder#askShare} lets be asked. It is drawn
     *       once;
     *   <li>nothing was typed ahead, which is meant for the application and is no answer;
     *   <li>having asked can be remembered, as a file in the state directory without an identifier.
     * </ul>
     *
     * <p>Only the typed words {@code off}, {@code anonymous} and {@code identified} are stored as an answer. Enter, the
     * end of input and anything else are {@link ConsentAnswer#NOT_NOW}; so is Ctrl-C, which ends the program as it always
     * does. Events from before a yes are gone: nothing was recorded.
     */
    public ConsentAnswer askIfDue() {
        return askIfDue(new ConsoleDialogue());
    }

    /** As {@link #askIfDue()}, by an application that talks to its terminal in its own way. */
    public ConsentAnswer askIfDue(ConsentDialogue dialogue) {
        return question().ask(dialogue);
    }

    /** Made when it is first needed: most runs ask nothing. */
    private synchronized FirstQuestion question() {
        FirstQuestion made = question;
        if (made == null) {
            made = new FirstQuestion(application, options, gate, changes);
            question = made;
        }
        return made;
    }
}
