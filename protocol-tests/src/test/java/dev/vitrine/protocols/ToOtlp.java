package dev.vitrine.protocols;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;
import dev.vitrine.RecipientProtocol;

@AnalyticsApplication(
        name = "to-otlp",
        controller = "Example Inc.",
        contact = "privacy@pi.example",
        policy = "https://pi.example/privacy",
        recipient =
                @Recipient(
                        name = "pi.example",
                        endpoint = "https://collector.pi.example/v1/logs",
                        region = "EU",
                        retentionDays = 90,
                        protocol = RecipientProtocol.OTLP),
        modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED},
        maxBits = 192)
public final class ToOtlp {
    private ToOtlp() {}
}
