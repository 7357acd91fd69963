package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.benchmarks.vitrine.EditToolOutcome.Outcome;
import java.net.URI;
import java.nio.file.Path;

/** A command that records three events and ends. */
public final class ThreeEvents {
    private ThreeEvents() {}

    /** Takes the endpoint, the home of the application, and for how many milliseconds the command works after that. */
    public static void main(String[] arguments) throws InterruptedException {
        try (PiAnalytics analytics = Installation.open(URI.create(arguments[0]), Path.of(arguments[1]))) {
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            analytics.events().editToolOutcome("gpt-5", Outcome.NO_MATCH, 2);
            analytics.events().editToolOutcome("llama-4", Outcome.IO_ERROR, 3);
            Thread.sleep(Long.parseLong(arguments[2]));
        }
    }
}
