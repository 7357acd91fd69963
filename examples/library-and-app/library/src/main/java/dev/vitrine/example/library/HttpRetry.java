package dev.vitrine.example.library;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.Range;

@Experiment(
        id = "http-retry",
        question = "How many attempts does it take to fetch something?",
        owner = "fetch@library.example",
        expires = "2027-05-29")
public record HttpRetry(
        @Description("How many attempts were made.") @Range(min = 1, max = 10)
        int attempts,

        @Description("Whether the last one brought it.") boolean fetched) {}
