package dev.vitrine.collector.validation;

import static dev.vitrine.collector.Batches.TODAY;
import static dev.vitrine.collector.Batches.batch;
import static dev.vitrine.collector.Batches.edit;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.Release;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchReaderTest {
    private final BatchReader reader = new BatchReader(Batches.catalogs(), Batches.CLOCK);

    private Verdict read(String json) {
        return reader.read(json.getBytes(UTF_8));
    }

    private Map<RefusalReason, Integer> refused(Batches batch) {
        return read(batch.json()).refused();
    }

    @Test
    void what_the_catalog_lists_is_accepted_and_equal_events_are_counted_together() {
        UUID id = UUID.fromString("0f4f8a52-5c3e-4a8c-9d0a-2f1f6ad7a6c1");
        Verdict verdict = read(batch().identified(id)
                .with("userId", "\"jane@pi.example\"")
                .event(edit("gpt-5", 1))
                .event(edit("gpt-5", 1))
                .event(edit("gpt-5", 2))
                .json());

        int today = (int) TODAY.toEpochDay();
        assertThat(verdict.refused()).isEmpty();
        assertThat(verdict.accepted()).isEqualTo(3);
        assertThat(verdict.batch().trackingId()).isEqualTo(id);
        assertThat(verdict.batch().release()).isEqualTo(new Release("0.62.0", "linux", "x86_64"));
        assertThat(verdict.batch().retentionDays()).isEqualTo(90);
        assertThat(verdict.batch().events())
                .containsExactly(
                        new EventCount("edit-tool-outcome", today, edit("gpt-5", 1), 2),
                        new EventCount("edit-tool-outcome", today, edit("gpt-5", 2), 1));
    }

    @Test
    void the_user_id_is_not_in_what_is_kept() {
        Verdict verdict = read(batch().identified(UUID.randomUUID())
                .with("userId", "\"jane@pi.example\"")
                .event(edit("gpt-5", 1))
                .json());
        assertThat(verdict.batch().toString()).doesNotContain("jane");
    }

    @Test
    void members_may_come_in_any_order_and_mean_the_same() {
        String payload = "{\"attempts\":1.0,\"outcome\":\"applied\",\"model\":\"gpt-5\"}";
        Batches batch = batch();
        String json = batch.with(
                        "events",
                        "[{\"payload\":" + payload + ",\"day\":\"" + TODAY + "\",\"event\":\"edit-tool-outcome\"}]")
                .json();
        String events = json.substring(json.indexOf("\"events\""), json.length() - 1);
        String eventsFirst = '{' + events + ',' + json.substring(1, json.indexOf(",\"events\"")) + '}';
        for (String order : List.of(json, eventsFirst)) {
            assertThat(read(order).refused()).as(order).isEmpty();
            assertThat(read(order).batch().events())
                    .extracting(EventCount::payload)
                    .containsExactly(edit("gpt-5", 1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "UNKNOWN_FIELD  | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1,\"path\":\"/home/jane\"}",
                "UNKNOWN_FIELD  | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1,\"path\":{\"a\":[1]}}",
                "MISSING_FIELD  | {\"model\":\"a\",\"outcome\":\"applied\"}",
                "REPEATED_FIELD | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1,\"attempts\":1}",
                "REPEATED_FIELD | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1,\"mo\\u0064el\":\"a\"}",
                "TYPE           | {\"model\":1,\"outcome\":\"applied\",\"attempts\":1}",
                "TYPE           | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":\"1\"}",
                "TYPE           | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1.5}",
                "TYPE           | {\"model\":null,\"outcome\":\"applied\",\"attempts\":1}",
                "TYPE           | {\"model\":{\"deep\":[]},\"outcome\":\"applied\",\"attempts\":1}",
                "TYPE           | [1,2]",
                "TYPE           | \"text\"",
                "VALUE          | {\"model\":\"a b\",\"outcome\":\"applied\",\"attempts\":1}",
                "VALUE          | {\"model\":\"a\\n\",\"outcome\":\"applied\",\"attempts\":1}",
                "VALUE          | {\"model\":\"\",\"outcome\":\"applied\",\"attempts\":1}",
                "VALUE          | {\"model\":\"a\",\"outcome\":\"APPLIED\",\"attempts\":1}",
                "VALUE          | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":0}",
                "VALUE          | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":21}",
                "VALUE          | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":1e999999999}",
                "VALUE          | {\"model\":\"a\",\"outcome\":\"applied\",\"attempts\":123456789012345678901234567890}",
            })
    void what_the_catalog_does_not_list_is_refused_and_the_rest_of_the_batch_is_kept(
            RefusalReason reason, String payload) {
        Verdict verdict = read(batch().event(edit("gpt-5", 1))
                .event(payload)
                .event(edit("gpt-5", 2))
                .json());
        assertThat(verdict.refused()).containsExactly(Map.entry(reason, 1));
        assertThat(verdict.accepted()).isEqualTo(2);
        assertThat(verdict.batch().events()).hasSize(2);
    }

    @Test
    void an_event_that_is_none_is_refused() {
        String event = "{\"event\":\"edit-tool-outcome\",\"day\":\"2026-11-21\",\"payload\":" + edit("a", 1) + '}';
        for (String wrong : List.of(
                event.replace("edit-tool-outcome", "rm-rf"),
                event.replace("\"day\"", "\"time\""),
                event.replace("{\"event\"", "{\"host\":\"jane-laptop\",\"event\""),
                event.replace("{\"event\"", "{\"day\":\"2026-11-21\",\"event\""),
                event.replace("{\"event\":\"edit-tool-outcome\",", "{"),
                event.replace("\"2026-11-21\"", "20261121"),
                "1",
                "[]",
                "null",
                "\"event\"")) {
            assertThat(refused(batch().rawEvent(wrong))).as(wrong).containsExactly(Map.entry(RefusalReason.EVENT, 1));
        }
    }

    @Test
    void a_day_to_come_or_long_gone_or_malformed_is_refused() {
        assertThat(refused(batch().event("edit-tool-outcome", TODAY.plusDays(1), edit("a", 1))))
                .isEmpty();
        assertThat(refused(batch().event("edit-tool-outcome", TODAY.minusDays(90), edit("a", 1))))
                .isEmpty();
        assertThat(refused(batch().event("edit-tool-outcome", TODAY.plusDays(2), edit("a", 1))))
                .containsKey(RefusalReason.DAY);
        assertThat(refused(batch().event("edit-tool-outcome", TODAY.minusDays(91), edit("a", 1))))
                .containsKey(RefusalReason.DAY);
        for (String day : List.of("2026-02-30", "2026-1-1", "+2026-11-21", "2026-11-21T10:00:00Z", "")) {
            assertThat(refused(batch().rawEvent("{\"event\":\"edit-tool-outcome\",\"day\":\"" + day + "\",\"payload\":"
                            + edit("a", 1) + '}')))
                    .as(day)
                    .containsKey(RefusalReason.DAY);
        }
    }

    @Test
    void an_event_after_the_last_day_of_its_experiment_is_refused() {
        BatchReader later =
                new BatchReader(Batches.catalogs(), InstantSource.fixed(Instant.parse("2027-06-02T00:00:00Z")));
        Verdict verdict = later.read(batch().event("edit-tool-outcome", LocalDate.of(2027, 5, 30), edit("a", 1))
                .event("edit-tool-outcome", LocalDate.of(2027, 5, 29), edit("a", 1))
                .json()
                .getBytes(UTF_8));
        assertThat(verdict.refused()).containsExactly(Map.entry(RefusalReason.EXPIRED, 1));
        assertThat(verdict.accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "batch|\"5f0c6b1d\"",
                "batch|\"5F0C6B1D9E3A47820B6D1C9F8E7A6543\"",
                "batch|1",
                "version|\"0.62.0-for-acme\"",
                "version|\"0.62.0\\n\"",
                "os|\"plan9\"",
                "arch|\"z80\"",
                "trackingId|\"jane\"",
                "trackingId|\"0F4F8A52-5C3E-4A8C-9D0A-2F1F6AD7A6C1\"",
                "trackingId|\"1-1-1-1-1\"",
                "userId|\"jane\"",
                "host|\"jane-laptop\"",
                "ip|\"192.0.2.1\"",
                "events|{}",
                "events|null",
            })
    void an_envelope_with_anything_else_than_is_listed_is_refused_as_a_whole(String name, String value) {
        Verdict verdict = read(batch().event(edit("gpt-5", 1)).with(name, value).json());
        assertThat(verdict.batch()).isNull();
        assertThat(verdict.refused()).containsExactly(Map.entry(RefusalReason.ENVELOPE, 1));
    }

    @Test
    void an_envelope_that_lacks_an_entry_or_has_one_twice_is_refused_as_a_whole() {
        for (String name : List.of("batch", "app", "version", "os", "arch", "catalog")) {
            assertThat(refused(batch().event(edit("gpt-5", 1)).with(name, null)))
                    .as(name)
                    .containsExactly(Map.entry(RefusalReason.ENVELOPE, 1));
        }
        String json = batch().event(edit("gpt-5", 1)).json();
        for (String twice : List.of("\"os\":\"linux\"", "\"events\":[]", "\"app\":\"pi\"")) {
            assertThat(read(json.replace("{\"batch\"", '{' + twice + ",\"batch\""))
                            .refused())
                    .as(twice)
                    .containsExactly(Map.entry(RefusalReason.ENVELOPE, 1));
        }
    }

    @Test
    void another_application_and_an_unknown_catalog_are_told_apart() {
        assertThat(refused(batch().event(edit("a", 1)).with("app", "\"ip\""))).containsKey(RefusalReason.APPLICATION);
        assertThat(refused(batch().event(edit("a", 1)).with("catalog", "\"sha256:" + "0".repeat(64) + '"')))
                .containsKey(RefusalReason.CATALOG);
    }

    @Test
    void what_is_no_json_in_utf_8_is_refused_as_a_whole() {
        String json = batch().event(edit("gpt-5", 1)).json();
        byte[] invalid = json.replace("gpt-5", "gpt-\u00ff").getBytes(ISO_8859_1);
        byte[] overlong = json.replace("gpt-5", "gpt-\u00c0\u00af").getBytes(ISO_8859_1);
        byte[] surrogate = json.replace("gpt-5", "gpt-\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
        for (byte[] body : List.of(
                invalid,
                overlong,
                surrogate,
                json.getBytes(UTF_16LE),
                (json + "x").getBytes(UTF_8),
                (json + "{}").getBytes(UTF_8),
                json.substring(1).getBytes(UTF_8),
                json.substring(0, json.length() - 1).getBytes(UTF_8),
                json.replace("\"os\"", "os").getBytes(UTF_8),
                json.replace("\"os\"", "/* */\"os\"").getBytes(UTF_8),
                json.replace("]}", ",]}").getBytes(UTF_8),
                json.replace(":1}", ":01}").getBytes(UTF_8),
                json.replace(":1}", ":NaN}").getBytes(UTF_8),
                new byte[0],
                "[]".getBytes(UTF_8))) {
            Verdict verdict = reader.read(body);
            assertThat(verdict.batch()).isNull();
            assertThat(verdict.refused()).containsExactly(Map.entry(RefusalReason.MALFORMED, 1));
        }
    }

    @Test
    void what_is_nested_more_than_six_deep_is_refused_as_a_whole() {
        // The batch, the events, the event, the payload: two more are read, and refused for what they are.
        assertThat(refused(batch().event("{\"model\":[[]]}"))).containsExactly(Map.entry(RefusalReason.TYPE, 1));
        assertThat(refused(batch().event("{\"model\":[[[]]]}"))).containsExactly(Map.entry(RefusalReason.MALFORMED, 1));
        assertThat(read("[".repeat(100_000)).refused()).containsExactly(Map.entry(RefusalReason.MALFORMED, 1));
    }
}
