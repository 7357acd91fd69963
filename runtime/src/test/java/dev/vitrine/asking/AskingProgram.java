package dev.vitrine.asking;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.RunChoice;
import dev.vitrine.fixture.PiAnalytics;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A program that asks: takes its home folder, the share that is asked, this run's choice, and {@code NAME=value}s. */
final class AskingProgram {
    private AskingProgram() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        Map<String, String> environment = new TreeMap<>();
        for (int i = 3; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            environment.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        AnalyticsOptions.Builder options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(environment)
                .askShare(Double.parseDouble(arguments[1]));
        if (!arguments[2].equals("-")) {
            options.forThisRun(RunChoice.valueOf(arguments[2]));
        }
        try (PiAnalytics analytics = PiAnalytics.open(options.build())) {
            String hint = analytics.consent().hint();
            boolean asked = analytics.consent().askIfDue();
            System.out.println("[hint " + (hint == null ? "none" : hint) + "]");
            System.out.println("[asked " + asked + "]");
            System.out.println("[state " + analytics.consent().state() + "]");
        }
    }
}
