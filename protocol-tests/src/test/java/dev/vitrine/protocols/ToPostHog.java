package dev.vitrine.protocols;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;
import dev.vitrine.RecipientProtocol;

@AnalyticsApplication(
        name = "to-posthog",
        controller = "Example Inc.",
        contact = "privacy@pi.example",
        policy = "https://pi.example/privacy",
        recipient =
                @Recipient(
                        name = "pi.example",
                        endpoint = "https://eu.i.posthog.com/batch/?api_key=phc_example",
                        region = "EU",
                        retentionDays = 90,
                        protocol = RecipientProtocol.POSTHOG),
        modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED},
        maxBits = 192)
public final class ToPostHog {
    private ToPostHog() {}
}
