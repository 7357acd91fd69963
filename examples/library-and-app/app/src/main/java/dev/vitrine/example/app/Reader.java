package dev.vitrine.example.app;

import dev.vitrine.AnalyticsApplication;
import dev.vitrine.AnalyticsOptions;
import dev.vitrine.Recipient;
import dev.vitrine.example.library.CacheUse;
import dev.vitrine.example.library.Fetcher;
import dev.vitrine.example.library.HttpRetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the files that it is given. Of the library's experiments it includes two; the third, {@code fetch-size}, is not in
 * its catalog, and so it is never recorded, although the library's code calls its emitter.
 */
@AnalyticsApplication(
        name = "reader",
        controller = "Reader Inc.",
        contact = "privacy@reader.example",
        policy = "https://reader.example/privacy",
        recipient =
                @Recipient(
                        name = "reader.example",
                        endpoint = "https://reader.example/analytics",
                        region = "EU",
                        retentionDays = 30),
        include = {HttpRetry.class, CacheUse.class})
public final class Reader {
    private Reader() {}

    /** Takes a file for the log of what would be sent, and the files to read. */
    public static void main(String[] arguments) throws IOException {
        AnalyticsOptions options = AnalyticsOptions.builder()
                .appVersion("1.0.0")
                .logFile(Path.of(arguments[0]))
                .build();
        read(options, List.of(arguments).subList(1, arguments.length));
    }

    static void read(AnalyticsOptions options, List<String> files) throws IOException {
        try (ReaderAnalytics analytics = ReaderAnalytics.open(options)) {
            analytics.events().readerStarted();
            Fetcher fetcher = new Fetcher(analytics);
            for (String file : files) {
                byte[] content = fetcher.fetch(file, () -> Files.readAllBytes(Path.of(file)));
                System.out.print(new String(content, StandardCharsets.UTF_8));
            }
        }
    }
}
