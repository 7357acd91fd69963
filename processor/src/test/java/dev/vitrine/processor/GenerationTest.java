package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the sample: goldens, the same on every JDK that the tests run on. */
class GenerationTest {
    @TempDir
    Path directory;

    @Test
    void theSampleGivesFragmentsAndCatalog() throws IOException {
        JavaProject project = new JavaProject(directory).sample("demo");

        project.compile().orFail();

        Map<String, String> outputs = project.outputs("META-INF/vitrine");
        assertThat(outputs)
                .containsOnlyKeys(
                        "experiments/demo.EditToolOutcome.json",
                        "experiments/demo.Started.json",
                        "experiments/demo.http.Everything.json",
                        "pi/catalog.json",
                        "pi/catalog.md");
    }

    @Test
    void sourcesInReverseOrderGiveTheSameBytes(@TempDir Path other) throws IOException {
        JavaProject forwards = new JavaProject(directory).sample("demo");
        JavaProject backwards = new JavaProject(other).sample("demo");

        forwards.compile().orFail();
        backwards.compileInReverse().orFail();

        assertThat(backwards.outputs("META-INF")).isEqualTo(forwards.outputs("META-INF"));
        assertThat(backwards.outputs("../generated")).isEqualTo(forwards.outputs("../generated"));
    }

    @Test
    void generatedCodeIsAsTheGoldenSays() throws IOException {
        JavaProject project = new JavaProject(directory).sample("demo");

        project.compile().orFail();

        Map<String, String> generated = project.outputs("../generated");
        Golden.assertEquals("PiAnalytics.java.txt", withoutDigest(generated.get("demo/PiAnalytics.java")));
        Golden.assertEquals("EditToolOutcomeEmitter.java.txt", generated.get("demo/EditToolOutcomeEmitter.java"));
        Golden.assertEquals("EverythingEmitter.java.txt", generated.get("demo/http/EverythingEmitter.java"));
    }

    @Test
    void generatedCodeCompilesWithoutAnyWarning() throws IOException {
        JavaProject project = new JavaProject(directory).sample("demo").option("-Xlint:all,-processing", "-Werror");

        assertThat(project.compile().orFail().messages()).isEmpty();
    }

    @Test
    void generatedCodeIsTheSameInEveryEncoding() throws IOException {
        JavaProject project = new JavaProject(directory).sample("demo");

        project.compile().orFail();

        assertThat(String.join("", project.outputs("../generated").values())).matches("\\p{ASCII}*");
    }

    /** The digest of the catalog is that of its words too, which are not what this golden is about. */
    private static String withoutDigest(String facade) {
        return facade.replaceAll("sha256:[0-9a-f]{64}", "sha256:…");
    }

    @Test
    void theFacadeHoldsTheDigestOfTheCatalog() throws Exception {
        JavaProject project = new JavaProject(directory).sample("demo");

        project.compile().orFail();

        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(project.classes().resolve("META-INF/vitrine/pi/catalog.json")));
        assertThat(project.outputs("../generated").get("demo/PiAnalytics.java"))
                .contains("\"sha256:" + HexFormat.of().formatHex(digest) + "\"");
    }
}
