package dev.vitrine.example.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plays the main job from end to end: a record, its catalog entry, and five sessions of the agent. Everything that is
 * printed is checked; the first mismatch ends the program with exit code 1 and the reason.
 */
public final class Demo {
    private static final Pattern TRACKING_ID = Pattern.compile("\"trackingId\": *\"([0-9a-f-]{36})\"");

    private static final String COLLECTOR = "collector/target/vitrine-collector.jar";
    private static final String CATALOG = "catalog/catalog.json";
    private static final String QUESTION = "How often does the edit tool fail, and with which models?";

    private final Path root;
    private final Path agentJar;
    private final HomeFolder home;
    private final LoopbackServer server;
    private final CollectorProcess collector;

    private Demo(Path root, HomeFolder home, LoopbackServer server, CollectorProcess collector) {
        this.root = root;
        this.agentJar = root.resolve("examples/agent/target/pi.jar");
        this.home = home;
        this.server = server;
        this.collector = collector;
    }

    /** Takes the project's root folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        try (TemporaryFolder data = new TemporaryFolder("vitrine-demo-collector");
                CollectorProcess collector = new CollectorProcess(
                        root.resolve(COLLECTOR),
                        root.resolve(CATALOG),
                        data.path().resolve("data"));
                HomeFolder home = new HomeFolder();
                LoopbackServer server = new LoopbackServer(collector.batches())) {
            new Demo(root, home, server, collector).play();
        } catch (Mismatch mismatch) {
            System.out.println();
            System.out.println("demo: failed: " + mismatch.getMessage());
            System.exit(1);
        }
    }

    private void play() throws IOException, InterruptedException {
        showRecord();
        showCatalogEntry();
        sessionWithoutConsent();
        sessionWithConsent();
        sessionUnderDoNotTrack();
        sessionThatWithdraws();
        showAnswers();
        System.out.println();
        System.out.println("demo: " + server.events() + " events received with consent, 0 without");
    }

    private void showRecord() throws IOException {
        title("1. What the developer writes: one annotated record");
        String source = Files.readString(
                root.resolve("examples/agent/src/main/java/dev/vitrine/example/agent/EditToolOutcome.java"));
        print(source.substring(source.indexOf("@Experiment(")));
    }

    private void showCatalogEntry() throws IOException {
        title("2. What the compiler makes of it: the entry in catalog/catalog.md");
        String catalog = Files.readString(root.resolve("catalog/catalog.md"));
        Matcher entry = Pattern.compile("(?ms)^### <a id=\"edit-tool-outcome\">.*?(?=^#|\\z)")
                .matcher(catalog);
        Mismatch.unless(entry.find(), "catalog/catalog.md has no section edit-tool-outcome");
        print(entry.group());
    }

    private void sessionWithoutConsent() throws IOException {
        title("3. A session without consent");
        Map<String, String> before = home.contents();
        try (AgentSession session = session(Map.of())) {
            session.type("/privacy status");
            session.type("edit notes.txt \"purple cow\" \"brown cow\"");
        }
        Map<String, String> after = home.contents();
        Mismatch.unless(server.bodies().isEmpty(), "requests arrived without consent: " + server.bodies());
        Mismatch.unless(before.equals(after), "files were written without consent: " + difference(before, after));
        System.out.println();
        System.out.println("    requests received: 0; files written: none");
    }

    private void sessionWithConsent() throws IOException, InterruptedException {
        title("4. The user says yes, and edits");
        String answered;
        try (AgentSession session = session(Map.of())) {
            session.type("/privacy on identified");
            session.type("edit notes.txt \"quick brown\" \"slow brown\"");
            session.type("edit notes.txt \"purple cow\" \"brown cow\"");
            session.type("edit drafts \"a folder\" \"is no file\"");
            server.awaitEvents(3);
            System.out.println();
            System.out.println("    received, byte for byte:");
            server.bodies().forEach(body -> System.out.println("    " + body));
            title("5. What was sent can be read");
            answered = session.type("/privacy log");
        }
        Mismatch.unless(server.events() == 3, "3 events were expected, and " + server.events() + " arrived");
        for (String outcome : List.of("applied", "no_match", "io_error")) {
            Mismatch.unless(
                    String.join("\n", server.bodies()).contains("\"outcome\":\"" + outcome + '"'),
                    "no event with the outcome " + outcome + " arrived");
        }
        String received = String.join("\n", server.bodies()) + "\n";
        Mismatch.unless(
                received.equals(Files.readString(home.auditLog())), "the audit log differs from what was received");
        List<String> shown = answered.lines().map(String::strip).toList();
        Mismatch.unless(
                shown.containsAll(server.bodies()), "/privacy log does not show the very bytes that were received");
        Mismatch.unless(
                trackingId() != null && received.contains(Objects.requireNonNull(trackingId())),
                "the tracking id in settings.json is not the one that was sent");
        System.out.println();
        System.out.println("    the audit log equals what was received: " + received.length() + " bytes");
    }

    private void sessionUnderDoNotTrack() throws IOException {
        title("6. The same with DO_NOT_TRACK=1");
        int before = server.events();
        try (AgentSession session = session(Map.of("DO_NOT_TRACK", "1"))) {
            session.type("/privacy status");
            session.type("edit notes.txt \"slow brown\" \"quick brown\"");
        }
        Mismatch.unless(server.events() == before, "an event was sent in spite of DO_NOT_TRACK");
        System.out.println();
        System.out.println("    more events received: 0");
    }

    private void sessionThatWithdraws() throws IOException {
        title("7. The user says no");
        int before = server.events();
        try (AgentSession session = session(Map.of())) {
            session.type("/privacy off");
            session.type("edit notes.txt \"slow brown\" \"quick brown\"");
        }
        Mismatch.unless(server.events() == before, "an event was sent after /privacy off");
        Mismatch.unless(trackingId() == null, "the tracking id is still in settings.json");
        String settings = Files.readString(home.settings());
        String untouched = HomeFolder.SETTINGS
                .substring(0, HomeFolder.SETTINGS.lastIndexOf('}'))
                .stripTrailing();
        Mismatch.unless(
                settings.startsWith(untouched + ",\n  \"analytics\": {") && settings.endsWith("}\n}\n"),
                "settings.json has lost or changed something of the user's own: " + settings);
        System.out.println();
        System.out.println("    more events received: 0; settings.json is now:");
        print(settings);
    }

    private void showAnswers() throws IOException, InterruptedException {
        title("8. What the collector has, and where to look at it");
        String metrics = collector.get("/metrics");
        String stored = "vitrine_collector_events_accepted_total " + server.events() + ".0";
        Mismatch.unless(metrics.lines().anyMatch(stored::equals), "the collector did not store what was received");
        Mismatch.unless(!metrics.contains("events_refused_total{"), "the collector refused events of its own catalog");
        Mismatch.unless(collector.get("/").contains(QUESTION), "the page does not ask the catalog's question");
        print("stored by the collector: " + server.events() + " events; refused: 0");
        print("The page shows them when ten reporters stand behind a figure, and not before. To look at it:");
        print("");
        print("java -jar " + COLLECTOR + " --catalog " + CATALOG);
        print("then open http://127.0.0.1:8788/");
    }

    private AgentSession session(Map<String, String> environment) throws IOException {
        return new AgentSession(agentJar, home.folder(), server, environment);
    }

    private @Nullable String trackingId() throws IOException {
        Matcher id = TRACKING_ID.matcher(Files.readString(home.settings()));
        return id.find() ? id.group(1) : null;
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .toList()
                .toString();
    }

    private static void title(String title) {
        System.out.println();
        System.out.println("== " + title);
        System.out.println();
    }

    private static void print(String text) {
        text.stripTrailing().lines().forEach(line -> System.out.println(("    " + line).stripTrailing()));
    }
}
