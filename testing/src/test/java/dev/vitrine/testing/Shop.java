package dev.vitrine.testing;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;

@AnalyticsApplication(
        name = "shop",
        controller = "Example Inc.",
        contact = "privacy@shop.example",
        policy = "https://shop.example/privacy",
        recipient =
                @Recipient(
                        name = "shop.example",
                        endpoint = "https://shop.example/api/analytics",
                        region = "EU",
                        retentionDays = 30),
        modes = {ConsentMode.ANONYMOUS, ConsentMode.IDENTIFIED})
final class Shop {
    private Shop() {}
}
