package dev.vitrine.example.minimal;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.Description;
import dev.vitrine.Experiment;
import dev.vitrine.OneOf;
import dev.vitrine.Range;
import dev.vitrine.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records one event without anybody's consent, and shows what became of it. */
@AnalyticsApplication(
        name = "minimal",
        controller = "Example Inc.",
        contact = "privacy@pi.example",
        policy = "https://pi.example/privacy",
        recipient =
                @Recipient(
                        name = "pi.example",
                        endpoint = "https://pi.example/api/analytics",
                        region = "EU",
                        retentionDays = 90))
public final class Minimal {
    private Minimal() {}

    /** One question, and the one event that answers it. */
    @Experiment(
            id = "edit-tool-outcome",
            question = "How often does the edit tool fail, and with which models?",
            owner = "tools@pi.example",
            expires = "2027-05-29")
    public record EditToolOutcome(
            @Description("The model that asked for the edit.") @OneOf({"gpt-5", "claude-opus-4.5"})
            String model,

            @Description("What became of the edit.") Outcome outcome,

            @Description("How many attempts it took.") @Range(min = 1, max = 20)
            int attempts) {

        public enum Outcome {
            @Description("The edit was applied.")
            APPLIED,
            @Description("The text to replace was not found.")
            NO_MATCH
        }
    }

    /** Prints the status, and what would have been sent, which is kept in a log of one's own and goes nowhere else. */
    public static void main(String[] arguments) throws IOException {
        Path log = Files.createTempFile("minimal", ".jsonl");
        AnalyticsOptions options =
                AnalyticsOptions.builder().appVersion("1.0.0").logFile(log).build();
        try (MinimalAnalytics analytics = MinimalAnalytics.open(options)) {
            analytics.events().editToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1);
            System.out.println(analytics.privacy().versionLine());
        }
        System.out.println("With your consent, this would have been sent:");
        System.out.print(Files.readString(log));
        Files.delete(log);
    }
}
