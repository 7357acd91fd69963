package it;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;

@AnalyticsApplication(
        name = "shell",
        controller = "Example Inc.",
        contact = "privacy@it.example",
        policy = "https://it.example/privacy",
        recipient =
                @Recipient(
                        name = "it.example",
                        endpoint = "https://it.example/events",
                        region = "EU",
                        retentionDays = 90),
        modes = ConsentMode.ANONYMOUS,
        include = Retried.class)
public final class Shell {
    private Shell() {}

    public static void main(String[] arguments) {
        try (ShellAnalytics analytics =
                ShellAnalytics.open(AnalyticsOptions.builder().appVersion("1.0.0").build())) {
            new Client(new RetriedEmitter(analytics)).request();
        }
    }
}
