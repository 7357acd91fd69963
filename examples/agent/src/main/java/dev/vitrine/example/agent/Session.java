package dev.vitrine.example.agent;

import dev.vitrine.example.agent.model.ModelDatabase;
import dev.vitrine.example.agent.model.Question;
import dev.vitrine.example.agent.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** What the user has chosen and said in this run. */
final class Session {
    private final List<Turn> turns = new ArrayList<>();
    private final ModelDatabase database = ModelDatabase.bundled();
    private String model;
    private TransportName transport = TransportName.WEBSOCKET;

    Session(String model) {
        this.model = model;
    }

    /** The model that is asked, and that asks for edits; what the user calls it. */
    String model() {
        return model;
    }

    /** The model's provider, or {@code other}. */
    String provider() {
        return database.providerOf(model);
    }

    void model(String chosen) {
        model = chosen;
    }

    TransportName transport() {
        return transport;
    }

    void transport(TransportName chosen) {
        transport = chosen;
    }

    /** What is asked when the user says {@code text} now. */
    Question question(String text) {
        List<Turn> asked = new ArrayList<>(turns);
        asked.add(new Turn(Turn.Role.USER, text));
        return new Question(model, asked);
    }

    /** Goes on from a question that was answered. */
    void answered(Question question, String answer) {
        turns.clear();
        turns.addAll(question.turns());
        turns.add(new Turn(Turn.Role.MODEL, answer));
    }
}
