package dev.vitrine.example.agent.model;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;

@Experiment(
        id = "sse-stream-failure",
        question = "How far do streamed answers come before they fail, and with which models and providers?",
        owner = "providers@pi.example",
        expires = "2027-05-29")
public record SseStreamFailure(
        @Description("The model that was asked.") @OneOf(source = KnownModels.class)
        String model,

        @Description("Who provides the model.") @OneOf(source = KnownProviders.class, maxSize = 32)
        String provider,

        @Description("How far the stream of server-sent events had come.")
        Stage stage) {

    public enum Stage {
        @Description("The provider answered with something that is no stream of events.")
        OPENING,
        @Description("The stream ended or fell silent before its first event.")
        BEFORE_FIRST_EVENT,
        @Description("The stream broke, or could not be understood, inside an event.")
        INSIDE_EVENT,
        @Description("The stream ended or fell silent after an event that was not the last.")
        BETWEEN_EVENTS
    }
}
