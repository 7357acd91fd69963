package dev.vitrine.example.agent.model;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;

@Experiment(
        id = "network-error",
        question = "Which network errors keep people from an answer, and with which models and providers?",
        owner = "providers@pi.example",
        expires = "2027-05-29")
public record NetworkError(
        @Description("The model that was asked.") @OneOf(source = KnownModels.class)
        String model,

        @Description("Who provides the model.") @OneOf(source = KnownProviders.class, maxSize = 32)
        String provider,

        @Description("What went wrong, as a category; never the error's text.")
        Kind kind) {

    public enum Kind {
        @Description("The provider's host name is not known to the network.")
        HOST_NOT_FOUND,
        @Description("Nothing listens at the provider's address.")
        CONNECTION_REFUSED,
        @Description("The provider did not answer in time.")
        TIMED_OUT,
        @Description("The connection ended before the answer did.")
        CONNECTION_LOST,
        @Description("The encrypted connection could not be set up.")
        TLS,
        @Description("The provider did not let the user in (401 or 403).")
        UNAUTHORIZED,
        @Description("The provider says that there were too many requests (429).")
        RATE_LIMITED,
        @Description("The provider rejected the request (any other 4xx, or a redirection).")
        REJECTED,
        @Description("The provider failed (5xx).")
        SERVER_ERROR,
        @Description("The provider's answer is not what its protocol says.")
        INVALID_ANSWER
    }
}
