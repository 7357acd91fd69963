package it;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentMode;
import dev.vitrine.Recipient;

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

    public static void main(String[] arguments) {
        try (EditorAnalytics analytics =
                EditorAnalytics.open(AnalyticsOptions.builder().appVersion("1.0.0").build())) {
            analytics.emit(new DocumentsImpl().saved(new Document("notes", arguments.length)));
        }
    }
}
