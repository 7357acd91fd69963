package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.UpdateAnswer.State;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.network.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateCheckTest {
    @TempDir
    Path home;

    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawServer server(String body) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return new RawServer(connection -> {
            requests.add(RawServer.readRequest(connection));
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            connection.getInputStream().read();
        });
    }

    private UpdateAnswer ask(RawServer server, Map<String, String> environment) {
        return ask(server, environment, null);
    }

    private UpdateAnswer ask(RawServer server, Map<String, String> environment, ConsentMode mode) {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(environment)
                .loopbackEndpoint(URI.create("http://127.0.0.1:" + server.port() + "/api/analytics"))
                .build())) {
            if (mode != null) {
                analytics.consent().grant(mode);
            }
            return analytics.updateCheck().ask();
        }
    }

    @Test
    void sends_the_user_agent_and_nothing_else() {
        try (RawServer server = server("0.63.0")) {
            UpdateAnswer answer = ask(server, Map.of());
            assertThat(answer.state()).isEqualTo(State.NEWER);
            assertThat(answer.version()).isEqualTo("0.63.0");
            assertThat(requests).hasSize(1);
            assertThat(requests.get(0))
                    .matches("GET /api/latest-version HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:" + server.port()
                            + "\r\nUser-Agent: pi/0\\.62\\.0 \\([a-z]+; [a-z0-9_]+\\)\r\n\r\n");
        }
    }

    @Test
    void sends_no_tracking_id_under_anonymous_consent() {
        try (RawServer server = server("0.63.0")) {
            ask(server, Map.of(), ConsentMode.ANONYMOUS);
            assertThat(requests.get(0)).doesNotContainIgnoringCase("tracking");
        }
    }

    @Test
    void sends_the_stored_tracking_id_under_identified_consent() throws Exception {
        try (RawServer server = server("0.63.0")) {
            ask(server, Map.of(), ConsentMode.IDENTIFIED);
            String id = Files.readString(home.resolve("settings.json"))
                    .replaceAll("(?s).*\"trackingId\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            assertThat(id).hasSize(36);
            assertThat(requests.get(0)).endsWith("\r\nTracking-Id: " + id + "\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO_NOT_TRACK", "PI_NO_UPDATE_CHECK"})
    void is_not_made_when_the_environment_says_so(String variable) {
        try (RawServer server = server("0.63.0")) {
            UpdateAnswer answer = ask(server, Map.of(variable, "1"));
            assertThat(answer.state()).isEqualTo(State.OFF);
            assertThat(answer.explanation()).isEqualTo("Not asked: " + variable + " is set.");
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.63.0|NEWER",
                "v0.63.0|NEWER",
                "'\"0.63.0\"'|NEWER",
                "{\"version\":\"0.63.0\",\"notes\":\"x\"}|NEWER",
                "0.62.0|UP_TO_DATE",
                "0.9.9|UP_TO_DATE",
                "0.62.0-rc.1|UP_TO_DATE",
                "<html>hello</html>|UNKNOWN",
                "{\"latest\":\"0.63.0\"}|UNKNOWN",
                "{\"version\":63}|UNKNOWN",
                "{\"version\":|UNKNOWN",
                "''|UNKNOWN"
            })
    void reads_the_newest_version_from_the_answer(String body, State expected) {
        try (RawServer server = server(body)) {
            UpdateAnswer answer = ask(server, Map.of());
            assertThat(answer.state()).as(answer.explanation()).isEqualTo(expected);
        }
    }

    @Test
    void cannot_tell_when_nobody_answers() {
        RawServer closed = server("");
        closed.close();
        assertThat(ask(closed, Map.of()).state()).isEqualTo(State.UNKNOWN);
    }
}
