package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.collector.Batches;
import dev.vitrine.collector.store.Release;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownEnvelopesTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_ID = "fedcba9876543210fedcba9876543210";
    private static final String REST = "\",\"app\":\"pi\",\"version\":\"0.62.0\",\"events\":[{}]}";

    private final KnownEnvelopes known = new KnownEnvelopes();
    private final CatalogRules rules = new CatalogRules(Batches.catalogs().newest());
    private final Release release = new Release("0.62.0", "linux", "x86_64");

    private static byte[] body(String id, String rest) {
        return ("{\"batch\":\"" + id + rest).getBytes(US_ASCII);
    }

    private Envelope find(byte[] body) {
        return known.find(body, KnownEnvelopes.array(body));
    }

    private void remember(byte[] body, UUID trackingId) {
        known.remember(body, new String(body, US_ASCII).indexOf('['), new Envelope(ID, trackingId, rules, release));
    }

    @Test
    void an_envelope_is_known_again_with_another_batch_id() {
        remember(body(ID, REST), null);
        assertThat(find(body(OTHER_ID, REST))).isEqualTo(new Envelope(OTHER_ID, null, rules, release));
    }

    @Test
    void an_envelope_is_not_known_when_a_byte_differs_or_its_batch_id_has_not_the_form_of_one() {
        remember(body(ID, REST), null);
        assertThat(find(body(ID, REST.replace("0.62.0", "0.62.1")))).isNull();
        assertThat(find(body(ID, REST.replace("\"events\"", "\"event\"")))).isNull();
        assertThat(find(body(ID.replace('a', 'A'), REST))).isNull();
        assertThat(find(body(ID.replace('a', '"'), REST))).isNull();
        assertThat(find(body(ID + "0", REST))).isNull();
        assertThat(find(body(ID, REST.replace("\",\"app\"", "x,\"app\"")))).isNull();
    }

    @Test
    void an_envelope_with_an_id_is_not_remembered() {
        remember(body(ID, REST), new UUID(1, 1));
        assertThat(find(body(ID, REST))).isNull();
    }

    @Test
    void an_envelope_with_a_bracket_before_its_events_is_not_remembered() {
        String rest = REST.replace("0.62.0", "0.62.0[");
        byte[] body = body(ID, rest);
        known.remember(body, new String(body, US_ASCII).lastIndexOf('['), new Envelope(ID, null, rules, release));
        assertThat(find(body)).isNull();
    }
}
