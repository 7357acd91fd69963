package dev.vitrine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentMode;
import dev.vitrine.RecipientProtocol;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A yes to what one protocol sends beside the payloads is no yes to what another does. */
class EnvelopeAtomTest {
    @ParameterizedTest
    @EnumSource
    void a_consent_covers_the_envelope_of_its_own_protocol_alone(RecipientProtocol agreed) {
        for (ConsentMode mode : ConsentMode.values()) {
            Scope scope = new Scope(List.of(EnvelopeAtom.of(agreed, mode)), "pi.example");
            for (RecipientProtocol used : RecipientProtocol.values()) {
                assertThat(scope.covers(EnvelopeAtom.of(used, ConsentMode.ANONYMOUS)))
                        .isEqualTo(used == agreed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_consent_without_identifiers_does_not_cover_them(RecipientProtocol protocol) {
        Scope anonymous = new Scope(List.of(EnvelopeAtom.of(protocol, ConsentMode.ANONYMOUS)), "pi.example");

        assertThat(anonymous.covers(EnvelopeAtom.of(protocol, ConsentMode.IDENTIFIED)))
                .isFalse();
    }
}
