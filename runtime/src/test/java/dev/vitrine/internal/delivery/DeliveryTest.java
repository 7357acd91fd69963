package dev.vitrine.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.internal.consent.TestPermits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void without_consent_the_users_log_file_gets_what_would_be_sent_and_nothing_else_is_written() throws Exception {
        bench.permit = null;
        bench.logFile = state.resolveSibling(state.getFileName() + "-log.jsonl");
        try (Delivery delivery = bench.open()) {
            Bench.emit(delivery, 2);
        }
        assertThat(java.nio.file.Files.readAllLines(bench.logFile)).hasSize(1);
        assertThat(recipient.received()).isEmpty();
        assertThat(Bench.names(state)).isEmpty();
    }
}
