package dev.vitrine.example.agent;

import dev.vitrine.ConsentDialogue;
import org.jspecify.annotations.Nullable;

/** Puts the first question on the terminal that the shell keeps to itself. */
final class TerminalDialogue implements ConsentDialogue {
    private final AgentTerminal terminal;

    TerminalDialogue(AgentTerminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int columns() {
        return terminal.columns();
    }

    @Override
    public boolean isFree() {
        return terminal.isFree();
    }

    @Override
    public @Nullable String ask(String question) {
        // The line on which the answer is typed is left to the line editor, which draws it anew at each key.
        int lastLine = question.lastIndexOf('\n') + 1;
        tell(question.substring(0, lastLine));
        return terminal.readAnswer(question.substring(lastLine));
    }

    @Override
    public void tell(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }
}
