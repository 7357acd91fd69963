package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import dev.vitrine.binding.ExperimentType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on the wire was fixed at compile time: no code of the application's can bring in a text. */
class EncodingTest {
    private static final String SECRET = "/home/me/secret";

    @TempDir
    Path directory;

    @Test
    void anEventOfTheExamplesValuesIsTheCatalogsExample() throws Exception {
        JavaProject project = new JavaProject(directory).sample("demo");
        project.compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes())) {
            Object kind = code.load("demo.http.Everything$Kind").getEnumConstants()[0];
            Object timing = code.make(
                    "demo.http.Everything$Timing", (byte) 0, code.make("demo.http.Everything$Inner", true, kind));
            Record event = code.make(
                    "demo.http.Everything",
                    true,
                    kind,
                    -5L,
                    0,
                    -2.0,
                    java.time.Duration.ZERO,
                    "a",
                    "1.2.3",
                    "example",
                    Optional.of(true),
                    Optional.of(kind),
                    Optional.of((short) 0),
                    Optional.of(0f),
                    Optional.of(java.time.Duration.ZERO),
                    Optional.of("unlisted"),
                    Optional.of("1.2.3"),
                    Optional.of("example"),
                    Set.of(kind),
                    timing,
                    Optional.of(0L));

            String payload = CompiledCode.encode(code.type("demo.http.Everything"), event);

            assertThat(project.outputs("META-INF/vitrine/experiments").get("demo.http.Everything.json"))
                    .contains("\"example\": " + payload + "\n");
        }
    }

    @Test
    void overriddenAccessorsAndToStringBringInNoText() throws Exception {
        JavaProject project = new JavaProject(directory).source("demo/Sly.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "sly", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Sly(
                            @Description("d") @OneOf({"a", "b"}) String name,
                            @Description("d") @ReleaseVersion String version,
                            @Description("d") Kind kind,
                            @Description("d") @Range(min = 0, max = 9) int number,
                            @Description("d") Inner inner) {
                          public String name() { return "/home/me/secret"; }
                          public String version() { return "/home/me/secret"; }
                          public int number() { return 123456789; }
                          public String toString() { return "/home/me/secret"; }
                          public enum Kind {
                            @Description("d") A { public String toString() { return "/home/me/secret"; } }
                          }
                          public record Inner(@Description("d") @OneOf({"a"}) String name) {
                            public String name() { return "/home/me/secret"; }
                          }
                        }
                        """);
        project.compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes())) {
            Object kind = code.load("demo.Sly$Kind").getEnumConstants()[0];
            Record event = code.make("demo.Sly", "a", "1.0", kind, 3, code.make("demo.Sly$Inner", "a"));

            assertThat(CompiledCode.encode(code.type("demo.Sly"), event))
                    .isEqualTo("{\"name\":\"other\",\"kind\":\"a\",\"number\":9,\"inner\":{\"name\":\"other\"}}");
        }
    }

    @Test
    void aFloatIsComparedWithTheEdgesAsFloats() throws Exception {
        JavaProject project = new JavaProject(directory).source("demo/Load.java", """
                        package demo;
                        import dev.vitrine.*;
                        import java.util.Optional;
                        @Experiment(id = "load", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Load(
                            @Description("d") @Buckets({0.7, 1e39}) float f,
                            @Description("d") @Buckets({0.7}) Optional<Float> maybe,
                            @Description("d") @Buckets({0.7}) double d) {}
                        """);
        project.compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes())) {
            ExperimentType<Record> type = code.type("demo.Load");
            assertThat(CompiledCode.encode(type, code.make("demo.Load", 0.7f, Optional.of(0.7f), (double) 0.7f)))
                    .isEqualTo(
                            "{\"f\":\"0.7-1000000000000000000000000000000000000000\",\"maybe\":\">=0.7\",\"d\":\"<0.7\"}");
            float below = Math.nextDown(0.7f);
            assertThat(CompiledCode.encode(type, code.make("demo.Load", below, Optional.of(below), 0.7)))
                    .isEqualTo("{\"f\":\"<0.7\",\"maybe\":\"<0.7\",\"d\":\">=0.7\"}");
            assertThat(CompiledCode.encode(type, code.make("demo.Load", Float.MAX_VALUE, Optional.empty(), 0.7)))
                    .startsWith("{\"f\":\"0.7-1000000000000000000000000000000000000000\"");
        }
    }

    @Test
    void anAccessorThatThrowsMakesTheEventInvalid() throws Exception {
        JavaProject project = new JavaProject(directory).source("demo/Sly.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "sly", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Sly(@Description("d") boolean yes) {
                          public boolean yes() { throw new IllegalStateException("/home/me/secret"); }
                        }
                        """);
        project.compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes())) {
            assertThat(CompiledCode.encode(code.type("demo.Sly"), code.make("demo.Sly", true)))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Set.of(\"/home/me/secret\", \"secret text\", \"\");",
                "return IntStream.range(0, 1_000_000).mapToObj(i -> \"v\" + i).collect(Collectors.toSet());",
                "return null;",
                "throw new IllegalStateException(\"/home/me/secret\");",
                "throw new AssertionError(\"/home/me/secret\");",
                "Set<String> set = new HashSet<>(); set.add(null); return set;",
                "return new AbstractSet<>() {"
                        + " public boolean contains(Object any) { return true; }"
                        + " public int size() { return 0; }"
                        + " public Iterator<String> iterator() { return List.<String>of().iterator(); } };",
                "return new AbstractSet<>() {"
                        + " public int size() { return 1; }"
                        + " public Iterator<String> iterator() { return Stream.generate(() -> \"a\").iterator(); } };"
            })
    void aSourceThatIsNoListOfNamesGivesOther(String values) throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/Names.java", """
                        package demo;
                        import java.util.*;
                        import java.util.stream.*;
                        public class Names implements dev.vitrine.AllowedValues {
                          public Set<String> values() { %s }
                        }
                        """.formatted(values))
                .source("demo/Named.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "named", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Named(@Description("d") @OneOf(source = Names.class) String name) {}
                        """);
        project.compile().orFail();

        try (CompiledCode code = new CompiledCode(project.classes())) {
            ExperimentType<Record> type = code.type("demo.Named");
            for (String text : List.of(SECRET, "secret text", "v1", "a", "")) {
                assertThat(CompiledCode.encode(type, code.make("demo.Named", text)))
                        .isEqualTo("{\"name\":\"other\"}");
            }
        }
    }

    @Test
    void whateverTextGoesInWhatComesOutMatchesTheSchema() throws Exception {
        JavaProject project = new JavaProject(directory).source("demo/Texts.java", """
                        package demo;
                        import dev.vitrine.*;
                        import java.util.*;
                        @Experiment(id = "texts", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Texts(
                            @Description("d") @OneOf({"a", "b"}) String listed,
                            @Description("d") @OneOf(source = Names.class) String sourced,
                            @Description("d") @ReleaseVersion String version,
                            @Description("d") @Pseudonym String pseudonym,
                            @Description("d") @OneOf({"a", "b"}) Optional<String> maybeListed,
                            @Description("d") @OneOf(source = Names.class) Optional<String> maybeSourced,
                            @Description("d") @ReleaseVersion Optional<String> maybeVersion,
                            @Description("d") @Pseudonym Optional<String> maybePseudonym) {
                          public static class Names implements AllowedValues {
                            public Names() {}
                            public Set<String> values() { return Set.of("a", "x/y"); }
                          }
                        }
                        """);
        project.compile().orFail();
        Schema schema = PayloadSchemas.inFragment(
                project.outputs("META-INF/vitrine/experiments").get("demo.Texts.json"));
        Random random = new Random(7);

        try (CompiledCode code = new CompiledCode(project.classes())) {
            ExperimentType<Record> type = code.type("demo.Texts");
            int count = Boolean.getBoolean("vitrine.torture") ? 1_000_000 : 5_000;
            for (int i = 0; i < count; i++) {
                String text = text(random);
                Optional<String> maybe = Optional.of(text);
                Record event = code.make("demo.Texts", text, text, text, text, maybe, maybe, maybe, maybe);

                String payload = CompiledCode.encode(type, event);

                assertThat(schema.validate(PayloadSchemas.tree(payload)))
                        .as("%s of %s", payload, text)
                        .isEmpty();
            }
        }
    }

    /** Text near what is allowed, and far from it. */
    private static String text(Random random) {
        String alphabet = random.nextBoolean() ? "ab012.-+rcSNAPHOTx/ y" : "a\"\\\n\u0000é\uD83D\uDE80\u2028|%{}[],:";
        StringBuilder text = new StringBuilder();
        IntStream.range(0, random.nextInt(12))
                .forEach(i -> text.append(alphabet.charAt(random.nextInt(alphabet.length()))));
        return text.toString();
    }
}
