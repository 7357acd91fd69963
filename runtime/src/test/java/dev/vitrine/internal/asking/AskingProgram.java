package dev.vitrine.internal.asking;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentAnswer;
import dev.vitrine.RunChoice;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.PiAnalytics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A command-line tool that asks its user for consent: it records an event before and one after the question, says what
 * was answered, and reads one more line for itself if it was told to.
 */
final class AskingProgram {
    private AskingProgram() {}

    /**
     * Takes a home directory and the recipient's address; then {@code ask} for {@code --analytics}, {@code off} for {@code
     * --no-analytics}, {@code share=…}, {@code read}, and variables of the environment.
     */
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        AnalyticsOptions.Builder options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .loopbackEndpoint(URI.create(arguments[1]));
        Map<String, String> environment = new HashMap<>();
        boolean read = false;
        for (int i = 2; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            switch (pair[0]) {
                case "ask" -> options.forThisRun(RunChoice.ASK);
                case "off" -> options.forThisRun(RunChoice.OFF);
                case "share" -> options.askShare(Double.parseDouble(pair[1]));
                case "read" -> read = true;
                default -> environment.put(pair[0], pair[1]);
            }
        }
        System.out.println("process " + ProcessHandle.current().pid() + ";");
        try (PiAnalytics analytics =
                PiAnalytics.open(options.environment(environment).build())) {
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
            ConsentAnswer answer = analytics.consent().askIfDue();
            analytics.events().shellStarted();
            System.out.println("answer " + answer + ";");
        }
        if (read) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println("read " + in.readLine() + ";");
        }
    }
}
