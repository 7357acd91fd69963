package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.Analytics;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application takes in a library's experiments from class files. */
class LibraryTest {
    private static final String RETRY = """
            package lib;
            import dev.vitrine.*;
            import java.util.Set;
            @Description("A request that was made again.")
            @Experiment(id = "http-retry", question = "How often?", owner = "o@x.example", expires = "2099-01-01")
            public record Retry(
                @Description("The host.") @OneOf(source = Hosts.class, maxSize = 7) String host,
                @Description("Why.") Reason reason,
                @Description("All.") Set<Reason> reasons,
                @Description("How often.") @Range(min = 1, max = 20) @WireName("n") int attempts,
                @Description("How long.") Timing timing) {
              public enum Reason { @Description("Slow.") @WireName("too slow") TIMEOUT, @Description("Shut.") REFUSED }
              public record Timing(@Description("ms") @Buckets({10, 100}) java.time.Duration total) {}
            }
            """;
    private static final String HOSTS = """
            package lib;
            @dev.vitrine.Description("The hosts that the library knows.")
            public class Hosts implements dev.vitrine.AllowedValues {
              public java.util.Set<String> values() { return java.util.Set.of("a.example"); }
            }
            """;

    @TempDir
    Path directory;

    private JavaProject library;
    private JavaProject application;

    @BeforeEach
    void makeProjects() throws IOException {
        library = new JavaProject(directory.resolve("library"))
                .source("lib/Retry.java", RETRY)
                .source("lib/Hosts.java", HOSTS)
                .source("lib/Other.java", """
                        package lib;
                        import dev.vitrine.*;
                        @Experiment(id = "other", question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                        public record Other() {}
                        """);
        application = new JavaProject(directory.resolve("application")).source("demo/App.java", app("lib.Retry.class"));
    }

    @Test
    void whatIsIncludedStandsInTheCatalogAsInItsFragment() throws Exception {
        library.compile().orFail();
        application.with(library.classes()).compile().orFail();

        Experiment entry = catalog().experiments().get(0);
        assertThat(catalog().experiments()).hasSize(1);
        assertThat(entry)
                .isEqualTo(new CatalogJsonReader("fragment")
                        .readExperiment(Files.readAllBytes(
                                library.classes().resolve("META-INF/vitrine/experiments/lib.Retry.json"))));
        assertThat(entry.module()).isEqualTo("lib");
        assertThat(entry.description()).isEqualTo("A request that was made again.");
    }

    @Test
    void aJavaModuleGivesItsNameToItsEntries() throws Exception {
        Path runtime = JavaProject.runtimeJar(directory);
        library.source(
                "module-info.java",
                "module the.library { requires transitive " + moduleName(runtime) + "; exports lib; }");

        library.onModulePath(runtime).compile().orFail();

        assertThat(Files.readString(library.classes().resolve("META-INF/vitrine/experiments/lib.Retry.json")))
                .contains("\"module\": \"the.library\"");
        assertThat(library.outputs("../generated").get("lib/RetryEmitter.java"))
                .as("a module without java.compiler cannot name the JDK's annotation")
                .contains("@GeneratedBinding")
                .doesNotContain("@Generated(");
    }

    @Test
    void whatIsIncludedIsRecordedAndWhatIsNotIsInert() throws Exception {
        library.compile().orFail();
        application.with(library.classes()).compile().orFail();

        try (CompiledCode code = new CompiledCode(library.classes(), application.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            assertThat(analytics.recorder(code.type("lib.Retry")).isRecording()).isTrue();
            assertThat(analytics.recorder(code.type("lib.Other")).isRecording()).isFalse();
        }
    }

    @Test
    void shadedIntoOneJarItIsTheSame() throws Exception {
        library.compile().orFail();
        application.with(library.classes()).compile().orFail();
        Path jar = Jars.of(directory.resolve("shaded.jar"), library.classes(), application.classes());

        try (CompiledCode code = new CompiledCode(jar);
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            assertThat(analytics.recorder(code.type("lib.Retry")).isRecording()).isTrue();
            assertThat(analytics.recorder(code.type("lib.Other")).isRecording()).isFalse();
            assertThat(analytics.application().experiments()).hasSize(1);
        }
    }

    @Test
    void aLibraryThatCollectsMoreThanTheApplicationWasCompiledAgainstIsInert() throws Exception {
        library.compile().orFail();
        application.with(library.classes()).compile().orFail();
        JavaProject newer = new JavaProject(directory.resolve("newer"))
                .source("lib/Retry.java", RETRY.replace("max = 20", "max = 2000"))
                .source("lib/Hosts.java", HOSTS);
        newer.compile().orFail();

        try (CompiledCode code = new CompiledCode(newer.classes(), application.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            assertThat(analytics.recorder(code.type("lib.Retry")).isRecording()).isFalse();
        }
    }

    @Test
    void anEventOfAnotherNameThanThatOfTheCatalogIsInert() throws Exception {
        String named = RETRY.replace("@Experiment(", "@Experiment(event = \"HTTP retry 2.0\", ");
        library.source("lib/Retry.java", named).compile().orFail();
        application.with(library.classes()).compile().orFail();
        JavaProject newer = new JavaProject(directory.resolve("newer"))
                .source("lib/Retry.java", named.replace("2.0", "3.0"))
                .source("lib/Hosts.java", HOSTS);
        newer.compile().orFail();

        try (CompiledCode code = new CompiledCode(library.classes(), application.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            assertThat(analytics.recorder(code.type("lib.Retry")).isRecording()).isTrue();
        }
        try (CompiledCode code = new CompiledCode(newer.classes(), application.classes());
                Analytics analytics = code.openWithConsent("demo.AppAnalytics", directory)) {
            assertThat(analytics.recorder(code.type("lib.Retry")).isRecording()).isFalse();
        }
    }

    @Test
    void aConstantThatCameLaterMakesTheEventInvalid() throws Exception {
        library.compile().orFail();
        JavaProject newer = new JavaProject(directory.resolve("newer"))
                .with(library.classes())
                .processors(List::of)
                .source("lib/Retry.java", RETRY.replace("REFUSED", "REFUSED, @Description(\"New.\") SECRET"))
                .source("lib/Hosts.java", HOSTS);
        newer.option("-proc:none").compile().orFail();

        try (CompiledCode code = new CompiledCode(newer.classes(), library.classes())) {
            Object secret = code.load("lib.Retry$Reason").getEnumConstants()[2];
            Object timing = code.make("lib.Retry$Timing", Duration.ZERO);
            Record event = code.make("lib.Retry", "a.example", secret, Set.of(), 1, timing);

            assertThat(CompiledCode.encode(code.type("lib.Retry"), event)).isNull();
        }
    }

    @Test
    void aClashOfIdsNamesBothPlaces() throws Exception {
        library.compile().orFail();
        application.source("demo/Mine.java", mine("http-retry", ""));

        assertThat(application.with(library.classes()).compile().errors())
                .singleElement()
                .asString()
                .startsWith("App.java:2:")
                .contains("[VitrineDuplicateId]", "demo.Mine (demo)", "lib.Retry (lib)");
    }

    @Test
    void aClashOfEventNamesNamesBothPlaces() throws Exception {
        library.compile().orFail();
        application.source("demo/Mine.java", mine("mine", "event = \"http-retry\","));

        assertThat(application.with(library.classes()).compile().errors())
                .singleElement()
                .asString()
                .startsWith("App.java:2:")
                .contains("[VitrineDuplicateEvent]", "demo.Mine (demo)", "lib.Retry (lib)");
    }

    @Test
    void aMistakeInALibraryIsShownWhereItIsIncluded() throws Exception {
        library.processors(List::of).source("lib/Retry.java", RETRY.replace("@Description(\"How often.\") ", ""));
        library.compile().orFail();

        assertThat(application.with(library.classes()).compile().errors())
                .anySatisfy(error -> assertThat(error)
                        .startsWith("App.java:2:")
                        .contains("[VitrineMissingDescription]", "Retry.attempts"));
    }

    private Catalog catalog() throws IOException {
        return new CatalogJsonReader("catalog")
                .readCatalog(Files.readAllBytes(application.classes().resolve("META-INF/vitrine/app/catalog.json")));
    }

    private static String app(String include) {
        return "package demo; import dev.vitrine.*;\n"
                + NegativeCase.application("include", include).replace("\n", " ") + "\npublic class App {}";
    }

    private static String mine(String id, String event) {
        return """
                package demo;
                import dev.vitrine.*;
                @Experiment(id = "%s", %s question = "Why?", owner = "o@x.example", expires = "2099-01-01")
                record Mine() {}
                """.formatted(id, event);
    }

    /** The name that the runtime has as a module: its own, or the one that its file gives it. */
    private static String moduleName(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
    }
}
