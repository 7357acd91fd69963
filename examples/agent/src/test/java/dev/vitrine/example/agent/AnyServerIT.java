package dev.vitrine.example.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With consent, whatever the receiving server does: the program prints what it prints without, and ends as it ends. */
class AnyServerIT {
    private static final String[] LINES = {
        "edit notes.txt one two", "edit notes.txt nothing two", "edit missing.txt one two", "/quit"
    };
    private static final String OUTPUT = "pi> edited notes.txt\n"
            + "pi> no such passage in notes.txt, looked for in 3 ways; nothing was changed\n"
            + "pi> missing.txt cannot be read or written\n"
            + "pi> ";

    @TempDir
    private Path home;

    @BeforeEach
    void grantConsent() throws IOException {
        Path settings = home.resolve(".config/pi/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{\"analytics\": true}\n");
        Files.writeString(home.resolve("notes.txt"), "one\n");
    }

    @Test
    void aServerThatIsDownChangesNothingForTheUser() throws Exception {
        int port;
        try (ServerSocket closedAtOnce = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closedAtOnce.getLocalPort();
        }
        assertThatTheUserSeesNothing(port);
    }

    @Test
    void aServerThatAcceptsAndIsSilentChangesNothingForTheUser() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatTheUserSeesNothing(silent.getLocalPort());
        }
    }

    @Test
    void aServerThatAnswers500ChangesNothingForTheUser() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger requests = new AtomicInteger();
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThatTheUserSeesNothing(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private void assertThatTheUserSeesNothing(int port) throws Exception {
        AgentProcess.Ended ended = new AgentProcess(home)
                .with("--analytics-endpoint", "http://127.0.0.1:" + port + "/")
                .run(Map.of(), LINES);

        assertThat(ended.output()).isEqualTo(OUTPUT);
        assertThat(ended.exitCode()).isZero();
    }
}
