package dev.vitrine.catalog.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Golden;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class CatalogSchemaTest {
    private static final int CATALOGS = Boolean.getBoolean("vitrine.torture") ? 2_000 : 40;

    @Test
    void theSchemaOfTheFileIsASchemaAndNamesItself() {
        JsonNode schema = SchemaValidation.tree(CatalogSchema.read());
        assertThat(SchemaValidation.ofSchema(schema)).isEmpty();
        assertThat(schema.get("$id").stringValue()).isEqualTo(CatalogJsonWriter.SCHEMA);
    }

    @Test
    void theSampleIsValidAndLooksAsItIsMeantTo() throws Exception {
        byte[] json = CatalogJsonWriter.write(SampleCatalog.pi());
        assertThat(SchemaValidation.ofCatalog(SchemaValidation.tree(json))).isEmpty();
        Golden.check("catalog.json", json);
    }

    @Test
    void aFragmentLooksAsItIsMeantTo() throws Exception {
        Golden.check("fragment.json", CatalogJsonWriter.write(SampleCatalog.streamFailure()));
    }

    @Test
    void randomCatalogsAreValidAndTheirPayloadsAcceptTheirExamples() {
        for (int seed = 0; seed < CATALOGS; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(1 + seed % 5);
            JsonNode tree = SchemaValidation.tree(CatalogJsonWriter.write(catalog));
            assertThat(SchemaValidation.ofCatalog(tree)).as("seed %s", seed).isEmpty();
            for (JsonNode experiment : tree.get("experiments")) {
                JsonNode payload = experiment.get("payload");
                assertThat(SchemaValidation.ofSchema(payload))
                        .as("seed %s", seed)
                        .isEmpty();
                assertThat(SchemaValidation.ofPayload(payload, experiment.get("example")))
                        .as("seed %s", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingCanBeAddedToTheFileAndNothingLeftOut() {
        JsonNode sample = SchemaValidation.tree(CatalogJsonWriter.write(SampleCatalog.pi()));
        List<String> optional = List.of("description", "bitsApart", "x-absent", "x-source-description");
        List<String> pointers = new ArrayList<>();
        objects(sample, "", pointers);
        assertThat(pointers).hasSizeGreaterThan(35);
        for (String pointer : pointers) {
            JsonNode more = sample.deepCopy();
            ((ObjectNode) more.at(pointer)).put("unheard of", 1);
            assertThat(SchemaValidation.ofCatalog(more))
                    .as("a member more at %s", pointer)
                    .isNotEmpty();
            for (String name : sample.at(pointer).propertyNames()) {
                boolean field = pointer.endsWith("/properties");
                boolean absentDescription = name.equals("description") && pointer.matches("/experiments/\\d+");
                if (!field && (!optional.contains(name) || name.equals("description") && !absentDescription)) {
                    JsonNode less = sample.deepCopy();
                    ((ObjectNode) less.at(pointer)).remove(name);
                    boolean isEitherOfTwo =
                            pointer.endsWith("/bitsApart") && sample.at(pointer).size() > 1;
                    assertThat(SchemaValidation.ofCatalog(less).isEmpty())
                            .as("%s without %s", pointer, name)
                            .isEqualTo(isEitherOfTwo);
                }
            }
        }
    }

    @Test
    void aPayloadRefusesEveryMutationOfItsExample() {
        int mutations = 0;
        for (int seed = 0; seed < CATALOGS; seed++) {
            for (Experiment experiment :
                    new RandomExperiments(1_000 + seed).catalog(3).experiments()) {
                JsonNode tree = SchemaValidation.tree(CatalogJsonWriter.write(experiment));
                JsonNode schema = tree.get("payload");
                JsonNode example = tree.get("example");
                for (JsonNode mutation : mutations(schema, example)) {
                    assertThat(SchemaValidation.ofPayload(schema, mutation))
                            .as("seed %s: %s accepts %s", seed, schema, mutation)
                            .isNotEmpty();
                    mutations++;
                }
            }
        }
        assertThat(mutations).isGreaterThan(1_000);
    }

    /** The example with one thing wrong: a field more, a required one less, or a value that its field cannot have. */
    private static List<JsonNode> mutations(JsonNode schema, JsonNode example) {
        List<JsonNode> mutations = new ArrayList<>();
        ObjectNode more = (ObjectNode) example.deepCopy();
        mutations.add(more.put("unheard_of", true));
        for (JsonNode required : schema.get("required")) {
            ObjectNode less = (ObjectNode) example.deepCopy();
            less.remove(required.stringValue());
            mutations.add(less);
        }
        for (String name : example.propertyNames()) {
            JsonNode property = schema.get("properties").get(name);
            for (JsonNode wrong :
                    SchemaValidation.tree(wrongValues(property.get("x-kind").stringValue()))) {
                ObjectNode changed = (ObjectNode) example.deepCopy();
                changed.set(name, wrong);
                mutations.add(changed);
            }
            if (property.get("x-kind").stringValue().equals("record")) {
                for (JsonNode inner : mutations(property, example.get(name))) {
                    ObjectNode changed = (ObjectNode) example.deepCopy();
                    changed.set(name, inner);
                    mutations.add(changed);
                }
            }
        }
        return mutations;
    }

    private static String wrongValues(String kind) {
        String text = "\"/home/somebody/a file.txt\"";
        return switch (kind) {
            case "boolean" -> "[null, 0, \"true\", [], {}]";
            case "range" -> "[null, \"1\", 0.5, true, []]";
            case "enum-set" -> "[null, " + text + ", [" + text + "], [null], {}]";
            case "record" -> "[null, " + text + ", 1, []]";
            case "release-version" -> "[null, 1, \"\", \"1.0-for-acme\", \"v1\", " + text + "]";
            case "pseudonym" -> "[null, 1, \"\", \"" + "g".repeat(64) + "\", \"" + "a".repeat(63) + "\", " + text + "]";
            default -> "[null, 1, \"\", " + text + ", [], {}]";
        };
    }

    private static void objects(JsonNode node, String pointer, List<String> pointers) {
        if (node.isObject()) {
            if (!pointer.endsWith("/example") && !pointer.endsWith("/properties")) {
                pointers.add(pointer);
            }
            if (!pointer.endsWith("/example")) {
                node.properties()
                        .forEach(member -> objects(member.getValue(), pointer + '/' + member.getKey(), pointers));
            }
        } else if (node instanceof ArrayNode) {
            for (int i = 0; i < node.size(); i++) {
                objects(node.get(i), pointer + '/' + i, pointers);
            }
        }
    }
}
