package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.vitrine.Analytics;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Records of random shapes: what generated code writes for random values is what their schemas accept, and nothing near
 * it is. 200 shapes of 50 values; 10,000 shapes with {@code -Ptorture}.
 */
class RandomShapesTest {
    private static final long SEED = 20261121;
    private static final int SHAPES = 200;
    private static final int VALUES = 50;
    private static final String VALUES_CLASS = """
            package shapes;
            public class Values implements dev.vitrine.AllowedValues {
              public java.util.Set<String> values() { return java.util.Set.of("listed", "v1", "other", "/home/me"); }
            }
            """;

    @TempDir
    Path directory;

    static List<Long> seeds() {
        int compilations = Boolean.getBoolean("vitrine.torture") ? 50 : 1;
        List<Long> seeds = new ArrayList<>();
        for (int i = 0; i < compilations; i++) {
            seeds.add(SEED + i);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatGeneratedCodeWritesIsWhatTheSchemaAccepts(long seed) throws Exception {
        Random random = new Random(seed);
        JavaProject project = new JavaProject(directory).source("shapes/Values.java", VALUES_CLASS);
        RandomShapes shapes = new RandomShapes(random);
        for (int i = 0; i < SHAPES; i++) {
            project.source("shapes/Shape" + i + ".java", shapes.source("Shape" + i, "shape-" + i));
        }
        project.source(
                "shapes/App.java",
                "package shapes; import dev.vitrine.*;\n" + NegativeCase.application("maxBits", "100000")
                        + "class App {}");
        project.option("-Xlint:all,-processing", "-Werror").compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes());
                Analytics analytics = code.openWithConsent("shapes.AppAnalytics", directory)) {
            var fragments = project.outputs("META-INF/vitrine/experiments");
            RandomValues values = new RandomValues(random);
            for (int i = 0; i < SHAPES; i++) {
                String name = "shapes.Shape" + i;
                assertThat(analytics.recorder(code.type(name)).isRecording())
                        .as("%s is in the catalog as it is in the code", name)
                        .isTrue();
                tryShape(code.load(name), code.type(name), fragments.get(name + ".json"), values);
            }
        }
    }

    private static void tryShape(Class<?> shape, ExperimentType<Record> type, String fragment, RandomValues values)
            throws Exception {
        Schema schema = PayloadSchemas.inFragment(fragment);
        Experiment entry =
                new CatalogJsonReader(shape.getName()).readExperiment(fragment.getBytes(StandardCharsets.UTF_8));
        String example = CompiledCode.encodeExample(type);
        assertThat(example).isEqualTo(entry.example());
        assertThat(PayloadSchemas.accepts(schema, PayloadSchemas.tree(example))).isTrue();
        for (int i = 0; i < VALUES; i++) {
            Record event = values.record(shape);
            String payload = CompiledCode.encode(type, event);
            assertThat(payload).as(() -> "of " + event.getClass()).isNotNull();
            assertThat(schema.validate(PayloadSchemas.tree(payload)))
                    .as(payload)
                    .isEmpty();
            assertThat(payload).doesNotContain("home", "Users", "me@", "acme", "xxx");
        }
        JsonNode valid = PayloadSchemas.tree(CompiledCode.encode(type, values.record(shape)));
        for (JsonNode mutation : Mutations.of(valid)) {
            assertThat(PayloadSchemas.accepts(schema, mutation))
                    .as("%s of %s", mutation, shape)
                    .isFalse();
        }
    }
}
