package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.benchmarks.vitrine.EditToolOutcome.Outcome;
import java.net.URI;
import java.nio.file.Path;

/** Prepares what is measured: the user agrees, and batches wait on disk. */
public final class Agree {
    private Agree() {}

    /** Takes the endpoint, the home of the application, and how many batches are to wait. */
    public static void main(String[] arguments) {
        URI endpoint = URI.create(arguments[0]);
        Path home = Path.of(arguments[1]);
        Installation.agree(endpoint, home);
        for (int batch = 0; batch < Integer.parseInt(arguments[2]); batch++) {
            try (PiAnalytics analytics = Installation.open(endpoint, home)) {
                analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            }
        }
    }
}
