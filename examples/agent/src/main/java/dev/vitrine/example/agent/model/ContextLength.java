package dev.vitrine.example.agent.model;

import dev.vitrine.Buckets;
import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;
import dev.vitrine.WireName;

@Experiment(
        id = "context-length",
        question = "How long do conversations become, and with which models?",
        owner = "models@pi.example",
        expires = "2027-05-29")
public record ContextLength(
        @Description("The model that answered.") @OneOf(source = KnownModels.class)
        String model,

        @Description("How many tokens the conversation held when the model answered, as the provider counts them.")
        @Buckets({1_000, 4_000, 16_000, 64_000, 128_000, 256_000})
        @WireName("bucket")
        long tokens) {}
