package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.PrivacyAnswer;
import dev.vitrine.fixture.PiAnalytics;

/** A program that records an event and answers a privacy command, with the places and variables of its process. */
final class PrivacyProgram {
    private PrivacyProgram() {}

    public static void main(String[] arguments) {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder().build())) {
            analytics.events().shellStarted();
            PrivacyAnswer answer = analytics.privacy().run(arguments);
            System.out.print(answer.text());
            System.exit(answer.exitCode());
        }
    }
}
