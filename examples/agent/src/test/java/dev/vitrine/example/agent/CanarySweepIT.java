package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Failures 15 to 17 of the field: marked texts in every place from which an event could pick one up, and none of them, in
 * any form, in what was stored or sent.
 */
class CanarySweepIT {
    private static final String USER = "canaryuser7f3a";
    private static final String HOME = "canaryhome91bc";
    private static final String FOLDER = "canaryfolder44de";
    private static final String FILE = "canaryfile02aa";
    private static final String SECRET = "canarysecretd81c";
    private static final String MODEL = "canarymodel5e5e";
    private static final String CONTENT = "canarycontent6b17";
    private static final String SEARCH = "canarysearch9c9c";

    @TempDir
    private Path folder;

    @Test
    void nothingOfTheUsersIsInWhatWasStoredOrSent() throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> keep(exchange, wire));
        server.start();
        try {
            Path home = folder.resolve(HOME);
            Map<String, byte[]> places = new LinkedHashMap<>();
            grantIdentified(home);
            work(home, "http://127.0.0.1:1/");
            stored(home).forEach((name, bytes) -> places.put("offline: " + name, bytes));
            // The spool is sent by the next run that lasts long enough for it.
            sendWhatIsSpooled(home, server, wire);
            stored(home).forEach((name, bytes) -> places.put("online: " + name, bytes));
            places.put("wire", wire.toByteArray());

            assertThat(text(places.get("wire"))).contains("edit-tool-outcome", "\"model\":\"other\"");
            assertThat(places.keySet()).anyMatch(name -> name.endsWith("sent.jsonl"));
            assertThat(leaks(places)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theSweepFindsACanaryInEachForm() {
        for (String form : CanaryForms.of(SECRET).values()) {
            assertThat(leaks(Map.of("sample", ("{\"x\":\"" + form + "\"}").getBytes(StandardCharsets.UTF_8))))
                    .as(form)
                    .isNotEmpty();
        }
    }

    private void work(Path home, String endpoint) throws Exception {
        Path project = Files.createDirectories(home.resolve(FOLDER));
        Files.writeString(project.resolve(FILE), CONTENT + "\n");
        agent(home, endpoint)
                .run(
                        environment(),
                        "edit " + FOLDER + "/" + FILE + " " + CONTENT + " changed",
                        "edit " + FOLDER + "/" + FILE + " " + SEARCH + " changed",
                        "edit " + FOLDER + "/" + FILE + "/below " + SEARCH + " changed",
                        "model \"" + MODEL + " " + SECRET + "\"",
                        "edit " + FOLDER + "/" + FILE + " changed again",
                        "/quit");
    }

    private void sendWhatIsSpooled(Path home, HttpServer server, ByteArrayOutputStream wire) throws Exception {
        try (RunningAgent running = agent(
                        home, "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .start(environment())) {
            running.type("edit " + FOLDER + "/" + FILE + " " + SEARCH + " changed");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                synchronized (wire) {
                    return text(wire.toByteArray()).split("\"day\"", -1).length - 1 >= 5;
                }
            });
        }
    }

    private AgentProcess agent(Path home, String endpoint) {
        return new AgentProcess(home)
                .withJvm("-Duser.name=" + USER)
                .with("--model", MODEL, "--analytics-endpoint", endpoint);
    }

    private Map<String, String> environment() {
        return Map.of("USER", USER, "LOGNAME", USER, "API_KEY", SECRET, "HOSTNAME", SECRET);
    }

    private static void grantIdentified(Path home) throws IOException {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": {\"version\": 1, \"mode\": \"identified\"}}\n");
    }

    /** Everything in the state directory, by its path. */
    private static Map<String, byte[]> stored(Path home) throws IOException {
        Map<String, byte[]> stored = new LinkedHashMap<>();
        Path state = home.resolve(".local/state/pi/analytics");
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = state.relativize(file).toString();
                stored.put(
                        name,
                        (name + "\n" + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return stored;
    }

    private static List<String> leaks(Map<String, byte[]> places) {
        List<String> leaks = new ArrayList<>();
        places.forEach((place, bytes) -> {
            String text = text(bytes) + inflated(bytes);
            for (String canary : canaries()) {
                CanaryForms.of(canary).forEach((form, hidden) -> {
                    if (text.contains(hidden)) {
                        leaks.add(canary + " as " + form + " in " + place);
                    }
                });
            }
        });
        return leaks;
    }

    private static List<String> canaries() {
        List<String> canaries = new ArrayList<>(
                List.of(USER, HOME, FOLDER, FILE, SECRET, MODEL, CONTENT, SEARCH, "NoSuchFileException"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            // A name of a few letters, or that of every machine, is in many a text by chance.
            if (host.length() > 6 && !host.startsWith("localhost")) {
                canaries.add(host);
            }
        } catch (IOException unnamed) {
            // A machine without a name has none to leak.
            return canaries;
        }
        return canaries;
    }

    /** What any gzip stream among {@code bytes} holds. */
    private static String inflated(byte[] bytes) {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1f && bytes[i + 1] == (byte) 0x8b) {
                try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes, i, bytes.length - i))) {
                    texts.append(text(gzip.readAllBytes()));
                } catch (IOException noStream) {
                    texts.append(' ');
                }
            }
        }
        return texts.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static void keep(HttpExchange exchange, ByteArrayOutputStream wire) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        synchronized (wire) {
            wire.writeBytes((exchange.getRequestMethod() + ' ' + exchange.getRequestURI() + '\n')
                    .getBytes(StandardCharsets.UTF_8));
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            wire.writeBytes((name + ": " + values + '\n').getBytes(StandardCharsets.UTF_8)));
            wire.writeBytes(body);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
