package it;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;

/** Does not name what is generated, so that it compiles without the compiler plug-in too. */
@AnalyticsApplication(
        name = "editor",
        controller = "Example Inc.",
        contact = "privacy@it.example",
        policy = "https://it.example/privacy",
        recipient =
                @Recipient(
                        name = "it.example",
                        endpoint = "https://it.example/events",
                        region = "EU",
                        retentionDays = 90),
        modes = ConsentMode.ANONYMOUS)
public final class Editor {
    private Editor() {}
}
