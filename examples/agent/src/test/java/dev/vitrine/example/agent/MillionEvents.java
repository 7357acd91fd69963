package dev.vitrine.example.agent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.example.agent.EditToolOutcome.Outcome;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A program that records a million events without consent, and prints what that changed in its own process. */
final class MillionEvents {
    private MillionEvents() {}

    /** Takes a settings file and a state directory, neither of which exists. */
    public static void main(String[] arguments) {
        String threadsBefore = threads();
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion(Pi.VERSION)
                .settingsFile(Path.of(arguments[0]))
                .stateDirectory(Path.of(arguments[1]))
                .environment(Map.of())
                .build();
        try (PiAnalytics analytics = PiAnalytics.open(options)) {
            EditToolOutcomeEmitter emitter = new EditToolOutcomeEmitter(analytics);
            for (int i = 0; i < 1_000_000; i++) {
                emitter.emit("gpt-5", Outcome.APPLIED, 1);
            }
            System.out.println("threads changed: " + !threadsBefore.equals(threads()));
        }
    }

    private static String threads() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .map(thread -> thread.getThreadName())
                .filter(name -> !name.contains("CompilerThread"))
                .sorted()
                .toList()
                .toString();
    }
}
