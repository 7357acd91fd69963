package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.fixture.ProjectOpened;
import dev.vitrine.fixture.ProjectOpenedEmitter;
import dev.vitrine.fixture.ShellStarted;
import dev.vitrine.fixture.ShellStartedEmitter;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.consent.TestPermits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveryTest {
    @TempDir
    Path state;

    private Recipient recipient;
    private Bench bench;

    @BeforeEach
    void begin() {
        recipient = new Recipient();
        bench = new Bench(state).sendingTo(recipient.endpoint());
    }

    @AfterEach
    void end() {
        recipient.close();
    }

    @Test
    void what_is_recorded_arrives_as_the_batch_of_the_design() {
        bench.permit = TestPermits.identified("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1", "jane@pi.example");
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 2);
            await().until(() -> !recipient.accepted().isEmpty());
        }
        assertThat(recipient.received().get(0).method()).isEqualTo("POST");
        assertThat(recipient.received().get(0).path()).isEqualTo("/api/analytics");
        String body = recipient.accepted().get(0);
        assertThat(body)
                .matches("\\{\"batch\":\"[0-9a-f]{32}\",\"app\":\"pi\",\"version\":\"0\\.62\\.0\",\"os\":\"[a-z]+\","
                        + "\"arch\":\"[a-z0-9_]+\",\"catalog\":\"sha256:0{64}\","
                        + "\"trackingId\":\"0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1\",\"userId\":\"jane@pi\\.example\","
                        + "\"events\":\\[\\{\"event\":\"edit-tool-outcome\",\"day\":\"\\d{4}-\\d\\d-\\d\\d\","
                        + "\"payload\":\\{\"model\":\"gpt-5\",\"outcome\":\"applied\",\"attempts\":1}},"
                        + "\\{\"event\":.*}}]}");
        JsonNode parsed = JsonMapper.shared().readTree(body);
        assertThat(parsed.get("events")).hasSize(2);
    }

    @Test
    void an_anonymous_batch_has_no_identifier_and_the_next_one_another_random_id() {
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 1);
            await().until(() -> recipient.accepted().size() == 1);
            Bench.emit(delivery, 1);
            await().until(() -> recipient.accepted().size() == 2);
        }
        List<JsonNode> batches = recipient.accepted().stream()
                .map(body -> JsonMapper.shared().readTree(body))
                .toList();
        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch.has("trackingId")).isFalse();
            assertThat(batch.has("userId")).isFalse();
        });
        assertThat(batches.get(0).get("batch").stringValue())
                .isNotEqualTo(batches.get(1).get("batch").stringValue());
    }

    @Test
    void the_audit_log_holds_what_the_recipient_got_byte_for_byte() {
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 3);
            await().until(() -> recipient.accepted().size() == 1);
        }
        assertThat(AuditLog.lines(state)).isEqualTo(recipient.accepted());
    }

    @Test
    void what_was_delivered_is_gone_from_the_spool_and_counted() {
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 3);
            await().until(() -> delivery.ledger().totals().delivered() == 3);
        }
        assertThat(bench.spooled()).isEmpty();
        await().until(() -> bench.totals().delivered() == 3);
        assertThat(bench.totals().recorded()).isEqualTo(3);
        assertThat(bench.totals().lost()).isEmpty();
    }

    @Test
    void what_could_not_be_sent_is_sent_by_a_later_run() {
        recipient.close();
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 5);
        }
        assertThat(bench.spooledEvents()).isEqualTo(5);
        try (Recipient later = new Recipient()) {
            bench.sendingTo(later.endpoint());
            try (Delivery delivery = bench.open()) {
                Bench.emit(delivery, 1);
                await().until(() -> delivery.ledger().totals().delivered() == 6);
            }
            assertThat(later.accepted()).hasSize(2);
        }
    }

    @Test
    void without_a_permit_nothing_is_stored_and_nothing_is_sent() {
        bench.permit = null;
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 5);
        }
        assertThat(recipient.received()).isEmpty();
        assertThat(bench.spooled()).isEmpty();
    }

    @Test
    void withdrawal_empties_queue_and_spool() {
        recipient.answering(500);
        Delivery delivery = bench.open();
        Bench.emit(delivery, 5);
        await().until(() -> !recipient.received().isEmpty());
        Bench.emit(delivery, 5);
        bench.permit = null;
        delivery.withdraw();
        assertThat(bench.spooled()).isEmpty();
        delivery.close();
        assertThat(bench.spooled()).isEmpty();
        assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.WITHDRAWN, 10L);
    }

    /** So that a short run, of which an hour sees many, loads nothing of the network. */
    @Test
    void the_network_is_not_used_within_250_ms_of_the_first_event_though_a_batch_waits() {
        try (Delivery before = bench.open()) {
            Bench.emit(before, 1);
        }
        assertThat(bench.spooled()).hasSize(1);
        AtomicInteger sent = new AtomicInteger();
        EventQueue queue = new EventQueue(64);
        DeliveryLoop loop = bench.parts()
                .withTransport(() -> new Transport() {
                    @Override
                    public Outcome send(Batch batch) {
                        sent.incrementAndGet();
                        return new Outcome(Verdict.DELIVERED);
                    }

                    @Override
                    public void abort() {}
                })
                .assemble(new Custody(), queue);
        queue.offer(ShellStartedEmitter.type(), new ShellStarted());
        long now = System.currentTimeMillis();
        loop.step(now);
        loop.step(now + 249);
        assertThat(sent).hasValue(0);
        loop.step(now + 250);
        loop.step(now + 250);
        assertThat(sent).hasValue(2);
    }

    /** A withdrawal, and a grant right after it: what was recorded before is not covered by the new one. */
    @Test
    void what_is_queued_when_consent_is_withdrawn_is_not_sent_under_the_next_consent() {
        for (int time = 0; time < 20; time++) {
            Bench again = new Bench(state.resolve("time" + time)).sendingTo(recipient.endpoint());
            try (Delivery delivery = again.open()) {
                Bench.emit(delivery, 5);
                delivery.withdraw();
                assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.WITHDRAWN, 5L);
            }
            assertThat(again.spooled()).isEmpty();
        }
    }

    @Test
    void a_batch_of_another_tracking_id_is_never_sent() {
        bench.permit = TestPermits.identified("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1", null);
        URI endpoint = bench.endpoint;
        bench.sendingTo(Bench.NOWHERE);
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 5);
        }
        bench.sendingTo(endpoint);
        bench.permit = TestPermits.identified("11111111-5c3e-4a8c-9d0a-2f1f6ad7a6c1", null);
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 1);
            await().until(() -> delivery.ledger().totals().delivered() == 1);
            await().until(() -> delivery.ledger().totals().lost().containsKey(LossReason.WITHDRAWN));
        }
        assertThat(recipient.received()).hasSize(1);
        assertThat(recipient.received().get(0).body()).doesNotContain("0f4f8a52");
    }

    @Test
    void what_was_recorded_under_a_consent_that_ends_before_the_run_does_is_not_stored() {
        bench.sendingTo(Bench.NOWHERE);
        // While no time passes, a batch waits for company, however busy the machine is.
        Delivery delivery = new Delivery(bench.parts().withClock(() -> 1_795_219_200_000L));
        Bench.emit(delivery, 2);
        await().until(() -> delivery.ledger().totals().recorded() == 2);
        bench.permit = null;
        delivery.close();
        assertThat(bench.spooled()).isEmpty();
        assertThat(delivery.ledger().totals().lost()).containsExactly(Map.entry(LossReason.WITHDRAWN, 2L));
    }

    /** Records a project, and answers the pseudonym under which it arrives; empty when there is none. */
    private String pseudonymSentBy(Delivery delivery) {
        int before = recipient.accepted().size();
        delivery.offer(ProjectOpenedEmitter.type(), new ProjectOpened("secret-project", 7));
        await().until(() -> recipient.accepted().size() > before);
        return recipient
                .accepted()
                .get(before)
                .replaceAll(".*\"payload\":\\{(\"project\":\"([0-9a-f]{64})\")?.*", "$2");
    }

    @Test
    void a_pseudonym_is_sent_under_identified_consent_alone_and_is_another_one_once_the_salt_is_deleted()
            throws Exception {
        try (Delivery anonymous = bench.open()) {
            assertThat(pseudonymSentBy(anonymous)).isEmpty();
        }
        assertThat(state.resolve("salt")).doesNotExist();
        bench.permit = TestPermits.identified("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1", null);
        try (Delivery identified = bench.open()) {
            String first = pseudonymSentBy(identified);
            assertThat(first).hasSize(64);
            assertThat(pseudonymSentBy(identified)).isEqualTo(first);
            Files.delete(state.resolve("salt"));
            assertThat(pseudonymSentBy(identified)).hasSize(64).isNotEqualTo(first);
        }
        assertThat(String.join("", recipient.accepted())).doesNotContain("secret-project");
    }

    /** The folder may be older, and open to others: who can read the salt can try out what a pseudonym stands for. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "modes as POSIX has them")
    void the_salt_of_pseudonyms_is_for_its_users_eyes_alone() throws Exception {
        bench.permit = TestPermits.identified("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1", null);
        try (Delivery delivery = bench.open()) {
            assertThat(pseudonymSentBy(delivery)).hasSize(64);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.state.resolve("salt"))))
                .isEqualTo("rw-------");
    }

    /** Where nobody reads, opening a pipe waits for ever. */
    @Test
    void a_log_file_that_is_a_pipe_holds_up_neither_what_is_sent_nor_the_end() throws Exception {
        Path pipe = state.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        bench.logFile = pipe;
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 2);
            await().until(() -> delivery.ledger().totals().delivered() == 2);
        }
        bench.permit = null;
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 1);
            delivery.close();
            assertThat(delivery.ledger().totals().lost()).containsEntry(LossReason.ONLY_LOGGED, 1L);
        }
    }

    @Test
    void what_was_recorded_for_the_users_log_alone_keeps_nothing_back_that_comes_after_a_yes() throws Exception {
        BatchPermit yes = bench.permit;
        bench.permit = null;
        bench.logFile = state.resolve("log.jsonl");
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 1);
            await().until(() -> delivery.ledger().totals().recorded() == 1);
            bench.permit = yes;
            // As the gate does when a decision changes.
            delivery.withdraw();
            Bench.emit(delivery, 1);
            await().until(() -> delivery.ledger().totals().delivered() == 1);
        }
        assertThat(Files.readAllLines(bench.logFile)).hasSize(2);
    }

    @Test
    void without_consent_the_users_log_file_gets_what_would_be_sent_and_nothing_else_is_written() throws Exception {
        bench = new Bench(state.resolve("state"));
        bench.permit = null;
        bench.logFile = state.resolve("log.jsonl");
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 2);
        }
        assertThat(Files.readAllLines(bench.logFile)).hasSize(1);
        assertThat(recipient.received()).isEmpty();
        assertThat(Bench.names(state)).containsExactly("log.jsonl");
    }
}
