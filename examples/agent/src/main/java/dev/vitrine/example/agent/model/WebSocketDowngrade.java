package dev.vitrine.example.agent.model;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;

@Experiment(
        id = "websocket-downgrade",
        question = "How often is WebSocket out of reach, so that pi goes on with server-sent events?",
        owner = "providers@pi.example",
        expires = "2027-05-29")
public record WebSocketDowngrade(
        @Description("Who provides the model.") @OneOf(source = KnownProviders.class, maxSize = 32)
        String provider,

        @Description("Why WebSocket was given up.") Reason reason) {

    public enum Reason {
        @Description("The provider, or something on the way to it, rejected the upgrade.")
        UPGRADE_REJECTED,
        @Description("The upgrade was not answered in time.")
        TIMED_OUT,
        @Description("The connection ended before the first message.")
        CLOSED_EARLY
    }
}
