package dev.vitrine.example.library;

import dev.vitrine.Buckets;
import dev.vitrine.Description;
import dev.vitrine.Experiment;

@Experiment(
        id = "fetch-size",
        question = "How large is what is fetched?",
        owner = "fetch@library.example",
        expires = "2027-05-29")
public record FetchSize(
        @Description("How many bytes, in buckets.") @Buckets({1_000, 1_000_000})
        long bytes) {}
