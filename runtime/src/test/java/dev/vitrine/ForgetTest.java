package dev.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.fixture.PiAnalytics;
import dev.vitrine.internal.consent.Gate;
import dev.vitrine.internal.network.RawServer;
import dev.vitrine.internal.reading.Page;
import dev.vitrine.internal.reading.StatusPage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's wish to be forgotten does here, and what it asks of the recipient. */
class ForgetTest {
    private static final String ID = "0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1";

    /** The port of no server: the system gives it to nobody. */
    private static final int NOBODY = 1;

    @TempDir
    private Path home;

    private final List<String> requests = new CopyOnWriteArrayList<>();

    private RawServer server(String answer) {
        return new RawServer(connection -> {
            requests.add(RawServer.readRequest(connection));
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            connection.getInputStream().read();
        });
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private PrivacyAnswer run(int port, String... command) {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .appVersion("0.62.0")
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of())
                .loopbackEndpoint(URI.create("http://127.0.0.1:" + port + "/api/analytics?key=k"))
                .build())) {
            return analytics.privacy().run(command);
        }
    }

    private static String words(PrivacyAnswer answer) {
        return answer.text().replaceAll("\\s+", " ");
    }

    private void identified() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.writeString(
                home.resolve("settings.json"),
                "{\"analytics\": {\"version\": 1, \"mode\": \"identified\", \"decidedOn\": \"2026-11-21\", \"trackingId\": \""
                        + ID + "\"}}");
    }

    private void sentUnder(String trackingId) throws IOException {
        Files.writeString(home.resolve("state/sent.jsonl"), body(trackingId));
    }

    private void delivered() throws IOException {
        Files.createDirectories(home.resolve("state/ledger"));
        Files.writeString(home.resolve("state/ledger/left-1f2e3d4c"), "recorded=1\ndelivered=1\n");
    }

    private static String body(String trackingId) {
        return "{\"batch\":\"" + "0".repeat(32) + "\",\"trackingId\":\"" + trackingId + "\",\"events\":[]}\n";
    }

    private Path toForget() {
        return home.resolve("state/to-forget");
    }

    @Test
    void the_recipient_is_asked_with_the_id_in_the_body_and_nothing_else_is_said() throws IOException {
        identified();
        sentUnder(ID);
        try (RawServer server = server(ok("{\"deleted\":3}"))) {
            PrivacyAnswer answer = run(server.port(), "forget");
            assertThat(words(answer)).contains("deleted 3 events");
            assertThat(answer.exitCode()).isZero();
            String body = "{\"app\":\"pi\",\"trackingId\":\"" + ID + "\"}";
            assertThat(requests).singleElement().satisfies(request -> {
                assertThat(request.lines().findFirst()).hasValue("POST /api/analytics/forget?key=k HTTP/1.1");
                assertThat(request.lines().skip(1).takeWhile(line -> !line.isEmpty()))
                        .extracting(line -> line.substring(0, line.indexOf(':')))
                        .containsExactly("Host", "User-Agent", "Content-Type", "Content-Length");
            });
            assertThat(requests.get(0))
                    .contains("Content-Length: " + body.length())
                    .endsWith(body);
        }
        assertThat(home.resolve("settings.json")).content().contains("\"off\"").doesNotContain(ID);
    }

    @Test
    void when_the_recipient_is_away_everything_is_withdrawn_and_the_ids_are_kept_until_it_confirms()
            throws IOException {
        identified();
        sentUnder(ID);
        for (int time = 1; time <= 2; time++) {
            PrivacyAnswer failed = run(NOBODY, "forget");
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(words(failed))
                    .contains("could not be asked")
                    .contains("it still has what was sent under " + ID)
                    .contains("Kept in " + toForget() + ", to ask again with privacy forget: " + ID);
            assertThat(home.resolve("settings.json"))
                    .content()
                    .contains("\"off\"")
                    .doesNotContain(ID);
            assertThat(home.resolve("state")).isDirectoryNotContaining(file -> !file.equals(toForget()));
            assertThat(toForget()).hasContent(ID + "\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(toForget())))
                    .isEqualTo("rw-------");
        }
        assertThat(words(run(NOBODY, "status")))
                .contains("To forget the recipient has not confirmed that it deleted what was sent under " + ID);
        assertThat(run(NOBODY, "status", "--json").text()).contains("\"toForget\":[\"" + ID + "\"]");

        try (RawServer server = server(ok("{\"deleted\":1}"))) {
            PrivacyAnswer again = run(server.port(), "forget");
            assertThat(again.exitCode()).isZero();
            assertThat(words(again)).contains("deleted 1 event.").contains("Nothing is left here");
            assertThat(requests).singleElement().asString().contains(ID);
            assertThat(toForget()).doesNotExist();
            assertThat(words(run(server.port(), "status"))).doesNotContain("To forget");
        }
    }

    @Test
    void the_recipient_is_asked_under_every_id_that_the_log_names_the_rotated_one_too_and_under_no_other()
            throws IOException {
        String rotated = "11111111-5c3e-4a8c-9d0a-2f1f6ad7a6c1";
        String current = "22222222-5c3e-4a8c-9d0a-2f1f6ad7a6c1";
        identified();
        Files.writeString(
                home.resolve("state/sent-0001790000000-1f2e3d4c.jsonl"),
                body(rotated) + "{\"batch\":\"" + ID.replace("-", "") + "\",\"events\":[]}\n" + body(rotated));
        sentUnder(current);
        try (RawServer server = server(ok("{\"deleted\":2}"))) {
            PrivacyAnswer answer = run(server.port(), "forget");
            assertThat(answer.exitCode()).isZero();
            assertThat(words(answer)).contains("deleted 4 events.");
            assertThat(requests).hasSize(2);
            assertThat(requests.get(0)).endsWith(rotated + "\"}");
            assertThat(requests.get(1)).endsWith(current + "\"}");
        }
    }

    @Test
    void after_another_id_or_a_no_the_old_id_is_asked_for_and_not_the_new_one() throws IOException {
        for (String command : List.of("reset-id", "off", "disable")) {
            identified();
            sentUnder(ID);
            requests.clear();
            try (RawServer server = server(ok("{\"deleted\":1}"))) {
                run(server.port(), command);
                assertThat(requests).isEmpty();
                assertThat(run(server.port(), "forget").exitCode()).isZero();
            }
            assertThat(requests).as(command).singleElement().asString().endsWith(ID + "\"}");
        }
    }

    @Test
    void of_several_ids_those_that_were_not_confirmed_are_kept() throws IOException {
        String second = "22222222-5c3e-4a8c-9d0a-2f1f6ad7a6c1";
        String third = "33333333-5c3e-4a8c-9d0a-2f1f6ad7a6c1";
        identified();
        Files.writeString(home.resolve("state/sent.jsonl"), body(ID) + body(second) + body(third));
        try (RawServer server = new RawServer(connection -> {
            String request = RawServer.readRequest(connection);
            requests.add(request);
            String answer =
                    request.contains(second) ? "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n" : ok("{\"deleted\":1}");
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            connection.getInputStream().read();
        })) {
            PrivacyAnswer answer = run(server.port(), "forget");
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(words(answer)).contains("deleted 1 event.").contains("it answered 503");
            assertThat(toForget()).hasContent(second + "\n" + third + "\n");

            assertThat(run(server.port(), "forget", third).exitCode()).isZero();
            assertThat(toForget()).hasContent(second + "\n");
            PrivacyAnswer refused = run(server.port(), "forget", second);
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(words(refused)).contains("To ask again: privacy forget " + second);
            assertThat(toForget()).hasContent(second + "\n");
        }
    }

    @Test
    void ids_that_cannot_be_kept_stay_in_the_log() throws IOException {
        identified();
        sentUnder(ID);
        Files.createDirectories(toForget().resolve("immovable"));
        PrivacyAnswer answer = run(NOBODY, "forget");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(words(answer))
                .contains("not everything could be deleted: " + toForget())
                .contains("privacy forget does the rest");
        assertThat(home.resolve("state/sent.jsonl")).content().contains(ID);
        assertThat(home.resolve("settings.json")).content().contains("\"off\"").doesNotContain(ID);
    }

    @Test
    void what_stands_in_the_place_of_the_kept_ids_is_not_taken_for_none() throws IOException {
        Files.createDirectories(toForget());
        PrivacyAnswer answer = run(NOBODY, "forget");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(words(answer)).contains(toForget() + " cannot be read, and may name ids");
        assertThat(toForget()).exists();
    }

    @Test
    void the_one_that_is_asked_is_named_and_nobody_else() throws IOException {
        identified();
        sentUnder(ID);
        assertThat(words(run(NOBODY, "forget")))
                .contains("The recipient (http://127.0.0.1:" + NOBODY
                        + "/api/analytics?key=k, in place of pi.example) could not be asked")
                .doesNotContain("privacy@pi.example");
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + NOBODY))
                .build())) {
            assertThat(words(analytics.privacy().run("forget")))
                    .contains("The recipient (pi.example) could not be asked")
                    .contains("You can write to privacy@pi.example, and name the id.");
        }
    }

    @Test
    void a_recipient_of_another_protocol_is_not_asked_and_the_user_learns_whom_to_write_to() throws IOException {
        identified();
        Files.writeString(home.resolve("state/sent.jsonl"), "{\"batch\":[{\"distinct_id\":\"" + ID + "\"}]}\n");
        ApplicationType application = ApplicationType.named("pi")
                .controller("Example Inc.", "privacy@pi.example", "https://pi.example/privacy")
                .recipient("posthog", "https://pi.example/batch/?api_key=k", "EU", 90, RecipientProtocol.POSTHOG)
                .mode(ConsentMode.IDENTIFIED)
                .build();
        AnalyticsOptions options = AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of("HTTPS_PROXY", "http://127.0.0.1:" + NOBODY))
                .build();
        Gate gate = new Gate(application, options);
        ConsentChange change = new Consent(gate, application, options).forget();

        assertThat(change.stored()).isFalse();
        assertThat(change.explanation())
                .contains("(posthog) has what was sent under " + ID + ", and cannot be asked from here")
                .contains("write to privacy@pi.example")
                .doesNotContain("privacy forget");
        assertThat(gate.stored().state()).isEqualTo(ConsentState.OFF);
        assertThat(toForget()).hasContent(ID + "\n");
        Page page = new Page();
        new StatusPage(application, options, gate).text(page);
        assertThat(page.toString().replaceAll("\\s+", " "))
                .contains("under " + ID + "; write to privacy@pi.example, then remove " + toForget());
    }

    @Test
    void a_yes_that_holds_for_this_run_alone_is_withdrawn_too() throws IOException {
        try (PiAnalytics analytics = PiAnalytics.open(AnalyticsOptions.builder()
                .settingsFile(home.resolve("settings.json"))
                .stateDirectory(home.resolve("state"))
                .environment(Map.of("PI_ANALYTICS", "1"))
                .loopbackEndpoint(URI.create("http://127.0.0.1:" + NOBODY + "/"))
                .build())) {
            assertThat(analytics.isRecording()).isTrue();
            assertThat(analytics.privacy().run("forget").exitCode()).isZero();
            assertThat(analytics.isRecording()).isFalse();
        }
        assertThat(home.resolve("settings.json")).content().contains("\"off\"");
    }

    @Test
    void a_log_that_someone_deleted_or_that_cannot_be_read_is_made_up_for_by_the_counts() throws IOException {
        for (boolean unreadable : List.of(false, true)) {
            identified();
            delivered();
            if (unreadable) {
                Files.writeString(home.resolve("state/sent.jsonl"), "damaged");
            }
            requests.clear();
            try (RawServer server = server(ok("{\"deleted\":1}"))) {
                assertThat(run(server.port(), "forget").exitCode()).isZero();
            }
            assertThat(requests).singleElement().asString().endsWith(ID + "\"}");
        }
    }

    @Test
    void what_is_no_answer_is_not_taken_for_one() throws IOException {
        for (String answer : List.of(
                ok("deleted"),
                ok("{\"deleted\":\"all\"}"),
                ok(""),
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")) {
            identified();
            sentUnder(ID);
            try (RawServer server = server(answer)) {
                assertThat(words(run(server.port(), "forget"))).contains("could not be asked");
            }
        }
    }

    @Test
    void an_id_under_which_nothing_was_sent_is_told_to_nobody() throws IOException {
        identified();
        try (RawServer server = server(ok("{\"deleted\":0}"))) {
            PrivacyAnswer answer = run(server.port(), "forget");
            assertThat(answer.exitCode()).isZero();
            assertThat(words(answer)).contains("Nothing that was sent").contains("Nothing is left here");
            assertThat(server.connections()).isZero();

            identified();
            sentUnder("11111111-5c3e-4a8c-9d0a-2f1f6ad7a6c1");
            delivered();
            assertThat(run(server.port(), "forget").exitCode()).isZero();
            assertThat(requests).singleElement().asString().doesNotContain(ID);
        }
        assertThat(home.resolve("settings.json")).content().contains("\"off\"").doesNotContain(ID);
    }

    @Test
    void without_a_tracking_id_nobody_is_asked() {
        try (RawServer server = server(ok("{\"deleted\":0}"))) {
            run(server.port(), "on");
            PrivacyAnswer answer = run(server.port(), "forget");
            assertThat(answer.exitCode()).isZero();
            assertThat(server.connections()).isZero();
            assertThat(run(server.port(), "forget", "jane").exitCode()).isEqualTo(2);
            assertThat(server.connections()).isZero();
        }
    }
}
