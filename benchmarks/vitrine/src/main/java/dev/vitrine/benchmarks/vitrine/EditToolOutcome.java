package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;
import dev.vitrine.Range;

/** The event that everybody sends. */
@Experiment(
        id = "edit-tool-outcome",
        question = "How often does the edit tool fail, and with which models?",
        owner = "tools@pi.example",
        expires = "2099-12-31")
public record EditToolOutcome(
        @Description("The model that asked for the edit.") @OneOf(source = KnownModels.class)
        String model,

        @Description("What became of the edit.") Outcome outcome,

        @Description("How many attempts it took.") @Range(min = 1, max = 20)
        int attempts) {

    /** What became of it. */
    public enum Outcome {
        @Description("The edit was applied.")
        APPLIED,
        @Description("The text to replace was not found.")
        NO_MATCH,
        @Description("The file could not be written.")
        IO_ERROR
    }
}
