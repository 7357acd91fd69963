package dev.vitrine.concurrent;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.ConsentChange;
import dev.vitrine.ConsentMode;
import dev.vitrine.fixture.EditToolOutcome;
import dev.vitrine.fixture.PiAnalytics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that does what its input says, a line at a time: {@code emit N}, {@code grant MODE}, {@code off},
 * {@code state}, {@code flip SEED MILLISECONDS}. It answers each line with one.
 */
final class FlippingProgram {
    private final PiAnalytics analytics;

    private FlippingProgram(PiAnalytics analytics) {
        this.analytics = analytics;
    }

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(URI.create(arguments[1]))
                .build();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (PiAnalytics analytics = PiAnalytics.open(options)) {
            FlippingProgram program = new FlippingProgram(analytics);
            System.out.println("open " + analytics.isRecording());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                program.run(line.split(" "));
            }
        }
    }

    private void run(String[] words) {
        switch (words[0]) {
            case "emit" -> {
                emit(Integer.parseInt(words[1]));
                System.out.println("emitted");
            }
            case "grant" ->
                System.out.println(
                        analytics.consent().grant(ConsentMode.valueOf(words[1])).stored());
            case "off" -> System.out.println(analytics.consent().withdraw().stored());
            case "state" -> System.out.println(analytics.consent().state() + " " + analytics.isRecording());
            case "flip" -> {
                flip(new Random(Long.parseLong(words[1])), Long.parseLong(words[2]));
                System.out.println("flipped");
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Decides at random for a time, emits all the while, and says of each decision when it began and ended. */
    private void flip(Random random, long milliseconds) {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (System.nanoTime() < end) {
            long before = System.nanoTime();
            int choice = random.nextInt(3);
            ConsentChange change = choice < 1
                    ? analytics.consent().withdraw()
                    : analytics.consent().grant(choice == 1 ? ConsentMode.ANONYMOUS : ConsentMode.IDENTIFIED);
            System.out.println(
                    "change " + before + ' ' + System.nanoTime() + ' ' + (choice < 1) + ' ' + change.stored());
            long pause = System.nanoTime() + random.nextInt(1_500) * 1_000_000L;
            do {
                emit(1);
                LockSupport.parkNanos(5_000_000);
            } while (System.nanoTime() < pause);
        }
    }

    private void emit(int count) {
        for (int i = 0; i < count; i++) {
            analytics.events().editToolOutcome("gpt-5", EditToolOutcome.Outcome.APPLIED, 1);
        }
    }
}
