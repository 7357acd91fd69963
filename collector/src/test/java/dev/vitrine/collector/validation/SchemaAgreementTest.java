package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The compiled rules give the verdict that a JSON Schema validator gives, on experiments and payloads of every shape. */
class SchemaAgreementTest {
    private static final int MUTATIONS = Boolean.getBoolean("vitrine.torture") ? 200_000 : 12_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    /** No whole number beyond 64 bits in exponents: networknt's validator itself fails on those. */
    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "1.0",
        "1e0",
        "1.5",
        "-1",
        "1e18",
        "9223372036854775808",
        "\"\"",
        "\"other\"",
        "\"1.2.3\"",
        "\"1.2.3\\n\"",
        "\"a b\"",
        "\"" + "a".repeat(65) + "\"",
        "\"" + "0af9".repeat(16) + "\"",
        "[]",
        "[\"other\"]",
        "[[]]",
        "{}",
        "{\"a\":1}",
        "\"\\ud83e\\udd8a\"",
        "\"<10\"",
        "20"
    };

    @Test
    void the_rules_and_a_json_schema_validator_agree_on_mutated_payloads() {
        int accepted = 0;
        int refused = 0;
        for (int seed = 0; accepted + refused < MUTATIONS; seed++) {
            Random random = new Random(seed);
            Experiment experiment = new RandomExperiments(seed).next("experiment-" + seed);
            PayloadRule rule = PayloadRule.of(experiment.fields(), true);
            Schema schema = schema(experiment);
            for (int i = 0; i < 40; i++) {
                String payload = mutated(experiment.example(), random);
                boolean expected = schema.validate(payload, InputFormat.JSON).isEmpty();
                assertThat(accepts(rule, payload))
                        .as("seed %s: %s under %s", seed, payload, experiment.fields())
                        .isEqualTo(expected);
                accepted += expected ? 1 : 0;
                refused += expected ? 0 : 1;
            }
        }
        // Neither verdict is rare, so that agreement means something.
        assertThat(accepted).isGreaterThan(MUTATIONS / 20);
        assertThat(refused).isGreaterThan(MUTATIONS / 20);
    }

    private static Schema schema(Experiment experiment) {
        JsonNode payload = MAPPER.readTree(CatalogJsonWriter.write(experiment)).get("payload");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(MAPPER.writeValueAsString(payload), InputFormat.JSON);
    }

    private static boolean accepts(PayloadRule rule, String payload) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), payload.getBytes(UTF_8))) {
            json.nextToken();
            String written = rule.read(json);
            // Its one form means the same, and is accepted too.
            return written.equals(again(rule, written));
        } catch (RefusedException refused) {
            return false;
        }
    }

    private static String again(PayloadRule rule, String payload) throws RefusedException, JacksonException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), payload.getBytes(UTF_8))) {
            json.nextToken();
            return rule.read(json);
        }
    }

    /** The example with some of its values, names and lengths changed, at any depth. */
    private static String mutated(String example, Random random) {
        ObjectNode payload = (ObjectNode) MAPPER.readTree(example);
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            mutate(payload, random);
        }
        return MAPPER.writeValueAsString(payload);
    }

    private static void mutate(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>(object.propertyNames());
        if (names.isEmpty() || random.nextInt(12) == 0) {
            object.set("unlisted", MAPPER.readTree(VALUES[random.nextInt(VALUES.length)]));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode value = object.get(name);
        if (value instanceof ObjectNode nested && random.nextBoolean()) {
            mutate(nested, random);
        } else if (value instanceof ArrayNode array && random.nextBoolean()) {
            if (random.nextBoolean()) {
                array.removeAll();
            } else {
                array.add(array.isEmpty() || random.nextBoolean() ? MAPPER.readTree("\"other\"") : array.get(0));
            }
        } else if (random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            object.set(name, MAPPER.readTree(VALUES[random.nextInt(VALUES.length)]));
        }
    }
}
