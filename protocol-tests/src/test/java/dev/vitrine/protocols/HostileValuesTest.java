package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.ConsentMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the values of a record are, bodies are JSON, and hold exactly those values. Batches come in any order. */
class HostileValuesTest {
    private static final int COUNT = Boolean.getBoolean("vitrine.torture") ? 3_000 : 300;
    private static final long SEED = 20_261_121;

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void every_value_arrives_as_it_is_and_nothing_else(Spoken spoken) throws IOException {
        List<Map<String, Object>> expected = new ArrayList<>();
        List<String> bodies = send(spoken, ConsentMode.ANONYMOUS, expected);

        List<Map<String, Object>> arrived = payloads(spoken, bodies);
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(expected);
        // As text, to compare the order of the fields too.
        assertThat(arrived.stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Object::toString).toList());
        assertThat(bodies).noneSatisfy(body -> assertThat(body).contains("jane"));
    }

    @ParameterizedTest
    @EnumSource
    void under_identified_a_pseudonym_comes_along_and_still_no_text_of_the_users(Spoken spoken) throws IOException {
        List<Map<String, Object>> expected = new ArrayList<>();
        List<String> bodies = send(spoken, ConsentMode.IDENTIFIED, expected);

        List<Map<String, Object>> arrived = payloads(spoken, bodies);
        List<Object> pseudonyms = arrived.stream()
                .map(payload -> payload.remove("uuid"))
                .distinct()
                .toList();
        assertThat(pseudonyms)
                .singleElement()
                .satisfies(pseudonym -> assertThat(String.valueOf(pseudonym)).matches("[0-9a-f]{64}"));
        assertThat(arrived).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(bodies).noneSatisfy(body -> assertThat(body).contains("jane"));
    }

    private List<String> send(Spoken spoken, ConsentMode mode, List<Map<String, Object>> expected) throws IOException {
        Events events = new Events(SEED);
        try (Receiver receiver = new Receiver()) {
            return new Installation(home, spoken, receiver).run(mode, COUNT, analytics -> {
                EveryKindEmitter emitter = new EveryKindEmitter(analytics);
                for (int i = 0; i < COUNT; i++) {
                    EveryKind event = events.next();
                    expected.add(Events.expected(event));
                    emitter.emit(event);
                }
            });
        }
    }

    private static List<Map<String, Object>> payloads(Spoken spoken, List<String> bodies) {
        return bodies.stream()
                .flatMap(body -> Body.payloads(spoken, body).stream())
                .toList();
    }
}
