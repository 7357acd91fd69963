package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;

/** The application that is measured. */
@AnalyticsApplication(
        name = "pi",
        controller = "Example Inc.",
        contact = "privacy@pi.example",
        policy = "https://pi.example/privacy",
        recipient =
                @Recipient(
                        name = "pi.example",
                        endpoint = "https://pi.example/api/analytics",
                        region = "EU",
                        retentionDays = 90),
        modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED})
public final class Pi {
    private Pi() {}
}
