package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.fixture.EditToolOutcome.Outcome;
import dev.vitrine.fixture.PiAnalytics;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that records some events and ends, in one of the ways in which programs end: run as a process of its own.
 *
 * <p>Arguments: the home folder, the loopback endpoint, how many events, how it ends, and for how many milliseconds it
 * works before that.
 */
final class Probe {
    private Probe() {}

    /** How it ends; one that hangs has to be asked to terminate. */
    enum Ending {
        CLOSE,
        EXIT,
        EXCEPTION,
        RETURN,
        HANG
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[2]);
        Ending ending = Ending.valueOf(arguments[3]);
        long work = Long.parseLong(arguments[4]);
        PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(URI.create(arguments[1]))
                .build());
        for (int i = 0; i < events; i++) {
            analytics.events().editToolOutcome("gpt-5", Outcome.APPLIED, 1);
        }
        long end = System.nanoTime() + work * 1_000_000;
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        mark(home);
        switch (ending) {
            case CLOSE -> analytics.close();
            case EXIT -> System.exit(7);
            case EXCEPTION -> throw new IllegalStateException("as programs do");
            case RETURN -> {
                return;
            }
            case HANG -> new CountDownLatch(1).await();
        }
    }

    /** When it begins to end, on the clock that all processes of this machine share. */
    private static void mark(Path home) throws IOException {
        try (OutputStream out = new FileOutputStream(home.resolve("mark").toFile())) {
            out.write(Long.toString(System.nanoTime()).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
