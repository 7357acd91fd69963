package dev.vitrine.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.ConsentMode;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What travels beside the payloads is what the catalog lists, and what the user agreed to: name by name. */
class EnvelopeTest {
    /** What a protocol's own brackets are called, and what is filled by payloads alone. */
    private static final Set<String> BRACKETS = Set.of("events", "payload", "properties");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void an_anonymous_batch_has_what_the_catalog_says_is_always_sent(Spoken spoken) throws IOException {
        assertThat(sent(spoken, ConsentMode.ANONYMOUS, false)).isEqualTo(listed(spoken, "always"::equals));
        assertThat(agreedTo()).containsExactlyInAnyOrderElementsOf(listed(spoken, "always"::equals));
    }

    @ParameterizedTest
    @EnumSource
    void an_identified_batch_has_all_that_the_catalog_lists(Spoken spoken) throws IOException {
        assertThat(sent(spoken, ConsentMode.IDENTIFIED, true)).isEqualTo(listed(spoken, any -> true));
        assertThat(agreedTo()).containsExactlyInAnyOrderElementsOf(listed(spoken, any -> true));
    }

    private Set<String> sent(Spoken spoken, ConsentMode mode, boolean withUserId) throws IOException {
        try (Receiver receiver = new Receiver()) {
            Installation installation = new Installation(home, spoken, receiver);
            installation.run(mode, 1, analytics -> new NothingMuchEmitter(analytics).emit());
            if (withUserId) {
                String settings = Files.readString(installation.settingsFile());
                Files.writeString(
                        installation.settingsFile(),
                        settings.replaceFirst("\"trackingId\"", "\"userId\": \"jane@pi.example\", \"trackingId\""));
                installation.use(analytics -> {
                    new NothingMuchEmitter(analytics).emit();
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> receiver.accepted().size() == 2);
                });
            }
            List<String> bodies = receiver.accepted();
            return spoken == Spoken.OTLP
                    ? otlpNames(bodies.get(bodies.size() - 1))
                    : jsonNames(bodies.get(bodies.size() - 1));
        }
    }

    /** Every name in a body whose event has no field. */
    private static Set<String> jsonNames(String body) {
        Set<String> names = new TreeSet<>();
        collect(Body.parse(body), names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                boolean bracket = BRACKETS.contains(member.getKey())
                        || (member.getKey().equals("batch") && member.getValue().isArray());
                if (!bracket) {
                    names.add(member.getKey());
                }
                collect(member.getValue(), names);
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, names));
        }
    }

    private static Set<String> otlpNames(String body) {
        Set<String> names = new TreeSet<>();
        List<KeyValue> attributes = new ArrayList<>(
                Body.decode(body).getResourceLogs(0).getResource().getAttributesList());
        LogRecord record = Body.records(body).get(0);
        attributes.addAll(record.getAttributesList());
        attributes.forEach(attribute -> names.add(attribute.getKey()));
        record.getAllFields().keySet().stream()
                .map(field -> field.getJsonName())
                .filter(name -> !name.equals("attributes"))
                .forEach(names::add);
        return names;
    }

    private static Set<String> listed(Spoken spoken, Predicate<String> sent) throws IOException {
        String path = "/META-INF/vitrine/" + spoken.application() + "/catalog.json";
        try (InputStream catalog = EnvelopeTest.class.getResourceAsStream(path)) {
            JsonNode root = JsonMapper.shared().readTree(catalog);
            assertThat(root.get("recipients").get(0).get("protocol").stringValue())
                    .isEqualTo(spoken.word());
            Set<String> names = new TreeSet<>();
            for (JsonNode entry : root.get("envelope")) {
                if (sent.test(entry.get("sent").stringValue())) {
                    names.add(entry.get("name").stringValue());
                }
            }
            return names;
        }
    }

    /** The names in the scope that was stored with the consent. */
    private Set<String> agreedTo() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        JsonNode settings = JsonMapper.shared().readTree(Files.readString(home.resolve("settings.json")));
        for (JsonNode atom : settings.get("analytics").get("scope")) {
            if (atom.stringValue().startsWith("envelope=")) {
                names.addAll(List.of(
                        atom.stringValue().substring("envelope=".length()).split("\\|")));
            }
        }
        return names;
    }
}
