package dev.vitrine.benchmarks.vitrine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles an application with so many experiments, for which it is what {@link VitrineProvider} is for one. */
public final class GrownCatalog {
    private static final String APPLICATION = """
            package grown;
            @dev.vitrine.AnalyticsApplication(name = "grown", controller = "Example Inc.",
                contact = "privacy@pi.example", policy = "https://pi.example/privacy",
                recipient = @dev.vitrine.Recipient(name = "pi.example",
                    endpoint = "https://pi.example/api/analytics", region = "EU", retentionDays = 90))
            final class Grown {}
            """;

    private static final String EXPERIMENT = """
            package grown;
            import dev.vitrine.Description;
            @dev.vitrine.Experiment(id = "experiment-%1$d", question = "How often does case %1$d happen?",
                owner = "tools@pi.example", expires = "2099-12-31")
            public record Experiment%1$d(
                @Description("The model.") @dev.vitrine.OneOf({"gpt-5", "llama-4"}) String model,
                @Description("What became of it.") Outcome outcome,
                @Description("How many attempts it took.") @dev.vitrine.Range(min = 1, max = 20) int attempts) {
              public enum Outcome {
                @Description("It was applied.") APPLIED,
                @Description("Nothing matched.") NO_MATCH,
                @Description("The file could not be written.") IO_ERROR
              }
            }
            """;

    private static final String PROVIDER = """
            package grown;
            import dev.vitrine.AnalyticsOptions;
            import dev.vitrine.benchmarks.peer.Outcome;
            import dev.vitrine.benchmarks.peer.Peer;
            public final class GrownProvider implements dev.vitrine.benchmarks.peer.PeerProvider {
              private static final Experiment%1$d.Outcome[] OUTCOMES = Experiment%1$d.Outcome.values();
              @Override public String settings() { return ""; }
              @Override public String eventMark() { return "\\"attempts\\":"; }
              @Override public Peer openOff(Place place) {
                return new Recording(GrownAnalytics.open(AnalyticsOptions.builder().appVersion("0.62.0")
                    .settingsFile(place.home().resolve("settings.json")).stateDirectory(place.home().resolve("state"))
                    .environment(java.util.Map.of()).loopbackEndpoint(place.endpoint()).build()));
              }
              @Override public Peer openForBatchesOf100(Place place) { return open(place); }
              @Override public Peer open(Place place) {
                try {
                  java.nio.file.Files.writeString(place.home().resolve("settings.json"), "{\\"analytics\\": true}");
                } catch (java.io.IOException failed) {
                  throw new java.io.UncheckedIOException(failed);
                }
                openOff(place).close();
                return openOff(place);
              }
              private record Recording(GrownAnalytics analytics) implements Peer {
                @Override public void record(String model, Outcome outcome, int attempts) {
                  analytics.events().experiment%1$d(model, OUTCOMES[outcome.ordinal()], attempts);
                }
                @Override public void flush() {}
                @Override public void close() { analytics.close(); }
              }
            }
            """;

    private GrownCatalog() {}

    /** Takes the number of experiments, an empty folder, the class path to compile with, and the processor's jar. */
    public static void main(String[] arguments) throws IOException {
        int experiments = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path sources = Files.createDirectories(folder.resolve("sources/grown"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options = new ArrayList<>(
                List.of("-cp", arguments[2], "--processor-path", arguments[3], "-nowarn", "-d", classes.toString()));
        options.add(write(sources, "Grown", APPLICATION));
        for (int i = 0; i < experiments; i++) {
            options.add(write(sources, "Experiment" + i, EXPERIMENT.formatted(i)));
        }
        options.add(write(sources, "GrownProvider", PROVIDER.formatted(experiments / 2)));
        int code = ToolProvider.getSystemJavaCompiler().run(null, System.out, null, options.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("a catalog of " + experiments + " does not compile");
        }
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.vitrine.benchmarks.peer.PeerProvider"), "grown.GrownProvider\n");
    }

    private static String write(Path folder, String name, String source) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), source).toString();
    }
}
