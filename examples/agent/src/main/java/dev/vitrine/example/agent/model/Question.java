package dev.vitrine.example.agent.model;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param model the model
 * @param turns the conversation; its last turn is the user's
 */
public record Question(String model, List<Turn> turns) {
    public Question {
        turns = List.copyOf(turns);
    }
}
