package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.Analytics;
import dev.vitrine.ConsentMode;
import dev.vitrine.protocols.EditToolOutcome.Outcome;
import dev.vitrine.protocols.Receiver.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Status table, spool, audit log and the user's own log: the same with every protocol. */
class DeliveryByProtocolTest {
    @TempDir
    Path home;

    private Receiver receiver;

    @BeforeEach
    void begin() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private static void emit(Analytics analytics, int count) {
        EditToolOutcomeEmitter emitter = new EditToolOutcomeEmitter(analytics);
        for (int i = 0; i < count; i++) {
            emitter.emit("gpt-5", Outcome.NO_MATCH, 1 + i);
        }
    }

    private static List<String> spooled(Installation installation) throws IOException {
        try (Stream<Path> files = Files.list(installation.state().resolve("spool"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_audit_log_and_the_users_own_hold_the_bytes_that_arrived(Spoken spoken) throws IOException {
        Installation installation = new Installation(home, spoken, receiver);

        List<String> bodies = installation.run(ConsentMode.ANONYMOUS, 3, analytics -> emit(analytics, 3));

        assertThat(Files.readAllLines(installation.state().resolve("sent.jsonl")))
                .isEqualTo(bodies);
        assertThat(Files.readAllLines(installation.logFile())).isEqualTo(bodies);
        installation.use(analytics -> {
            assertThat(analytics.privacy().log().text()).contains(bodies.get(0));
        });
        assertThat(receiver.received()).allSatisfy(request -> {
            assertThat(request.contentType()).isEqualTo("application/json");
            assertThat(request.path()).isEqualTo("/intake");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_a_receiver_could_not_take_is_sent_again_byte_for_byte(Spoken spoken) {
        receiver.answering(number -> number == 0 ? 503 : 200);

        new Installation(home, spoken, receiver).run(ConsentMode.IDENTIFIED, 2, analytics -> emit(analytics, 2));

        assertThat(receiver.received()).extracting(Received::status).startsWith(503, 200);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_left_in_the_spool_is_shown_by_the_preview_and_sent_by_the_next(Spoken spoken) throws IOException {
        Installation installation = new Installation(home, spoken, receiver);
        installation.use(analytics -> {
            assertThat(analytics.consent().grant(ConsentMode.ANONYMOUS).stored())
                    .isTrue();
            emit(analytics, 4);
        });
        assertThat(receiver.received()).isEmpty();

        installation.run(ConsentMode.ANONYMOUS, 5, analytics -> emit(analytics, 1));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_receiver_refuses_is_dropped_and_counted(Spoken spoken) {
        receiver.answering(number -> 400);
        Installation installation = new Installation(home, spoken, receiver);
        installation.use(analytics -> {
            analytics.consent().grant(ConsentMode.ANONYMOUS);
            emit(analytics, 2);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> analytics
                            .privacy()
                            .status()
                            .text()
                            .lines()
                            .anyMatch(line -> line.matches("Not sent +2 events.*")));
        });
        assertThat(receiver.received()).hasSize(1);
        assertThat(Body.payloads(spoken, receiver.received().get(0).body())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void without_consent_the_users_own_log_is_of_the_same_form(Spoken spoken) throws IOException {
        Installation installation = new Installation(home, spoken, receiver);
        installation.use(analytics -> {
            emit(analytics, 2);
        });
        assertThat(receiver.received()).isEmpty();
        assertThat(Files.readAllLines(installation.logFile()))
                .singleElement()
                .satisfies(line -> assertThat(Body.payloads(spoken, line)).hasSize(2));
    }
}
