package dev.vitrine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How an application with a terminal of its own, such as a shell with a line editor, asks its user for consent: see
 * {@link Consent#askIfDue(ConsentDialogue)}. Whatever these methods throw counts as no answer.
 */
public interface ConsentDialogue {
    /** How many columns a line of the terminal has; 80 unless that is known better. */
    default int columns() {
        return 80;
    }

    /**
     * Whether the user can be asked now. What was typed before the question was shown is no answer to it, but meant for
     * the application: then it is not asked in this run, and not remembered as asked. The default is yes.
     */
    default boolean isFree() {
        return true;
    }

    /**
     * Shows a question, and reads one line. The user alone may answer: hand on what was typed at this moment, never a
     * default, an option or a line of a script.
     *
     * @param question at most 12 lines of 80 columns, or more of fewer {@link #columns}, divided by {@code \n}; the last
     *     one is the prompt, without a line end. Every word of it is meant for the user's eyes, in this order.
     * @return what was typed, without its line end; null when nothing was
     * @throws IOException when there is nobody to ask after all
     */
    @Nullable
    String ask(String question) throws IOException;

    /**
     * Shows what became of the answer.
     *
     * @param text lines of at most so many {@link #columns}, each ended by {@code \n}
     * @throws IOException when it cannot be shown
     */
    void tell(String text) throws IOException;
}
