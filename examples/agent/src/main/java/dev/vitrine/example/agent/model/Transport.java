package dev.vitrine.example.agent.model;

import java.util.function.Consumer;

/** A way to ask a model. */
public interface Transport {
    /**
     * Asks, and waits for the end of the answer.
     *
     * @param onText takes the answer's text piece by piece, on the caller's thread, as it arrives
     * @throws ModelException when there is no whole answer; what {@code onText} took until then stands
     */
    Answer ask(Question question, Consumer<String> onText) throws ModelException;
}
