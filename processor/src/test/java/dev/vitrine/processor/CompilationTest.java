package dev.vitrine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How mistakes, missing types and other processors stand side by side in one compilation. */
class CompilationTest {
    private static final String GOOD = """
            package demo;
            import dev.vitrine.*;
            @Experiment(id = "good", question = "Why?", owner = "o@x.example", expires = "2027-01-01")
            public record Good(@Description("d") boolean yes) {}
            """;

    @TempDir
    Path directory;

    @Test
    void tenMistakesAreTenErrors() throws IOException {
        JavaProject project = new JavaProject(directory)
                .source(
                        "demo/App.java",
                        "package demo; import dev.vitrine.*;\n" + NegativeCase.application("name", "\"A\"")
                                + "class App {}")
                .source("demo/Good.java", GOOD)
                .source("demo/Many.java", """
                        package demo;
                        import dev.vitrine.*;
                        @Experiment(id = "Many", question = "", owner = " ", expires = "soon")
                        record Many(
                            String text,
                            @Description("d") int number,
                            @Description("d") @Range(min = 2, max = 1) int empty,
                            @Description("d") Shared one,
                            @Description("d") Shared again) {}
                        """)
                .source("demo/Shared.java", """
                        package demo;
                        import dev.vitrine.*;
                        enum Shared { @Description("") A }
                        """);

        List<String> errors = project.compile().errors();

        assertThat(errors)
                .extracting(error -> error.substring(0, error.indexOf(']') + 1))
                .containsExactlyInAnyOrder(
                        "App.java:2:30 [VitrineMalformedApplicationName]",
                        "Many.java:3:18 [VitrineMalformedId]",
                        "Many.java:3:37 [VitrineBlankText]",
                        "Many.java:3:49 [VitrineBlankText]",
                        "Many.java:3:64 [VitrineMalformedDate]",
                        "Many.java:5:12 [VitrineMissingDescription]",
                        "Many.java:5:12 [VitrineFreeText]",
                        "Many.java:6:27 [VitrineUnboundedNumber]",
                        "Many.java:7:23 [VitrineEmptyRange]",
                        "Shared.java:3:28 [VitrineBlankText]");
    }

    @Test
    void aMistakeInOneRecordLeavesTheOthersTheirEmitters() throws IOException {
        JavaProject project = new JavaProject(directory)
                .source("demo/Good.java", GOOD)
                .source(
                        "demo/Bad.java",
                        GOOD.replace("Good", "Bad").replace("good", "bad").replace("boolean", "Object"));

        assertThat(project.compile().errors()).hasSize(1);

        assertThat(project.outputs("../generated")).containsOnlyKeys("demo/GoodEmitter.java");
    }

    @Test
    void aTypeThatAnotherProcessorMakesIsWaitedFor() throws IOException {
        JavaProject project = new JavaProject(directory)
                .source("demo/App.java", app())
                .source(
                        "demo/Good.java",
                        GOOD.replace(
                                "boolean yes",
                                "Kind kind, @Description(\"d\") @OneOf(source = Names.class) String name"))
                .processors(() -> List.of(
                        new ExperimentProcessor(),
                        new ApplicationProcessor(),
                        new SourceMaker(
                                "demo.Kind", "package demo; public enum Kind { @dev.vitrine.Description(\"d\") A }"),
                        new SourceMaker(
                                "demo.Names",
                                "package demo; public class Names implements dev.vitrine.AllowedValues {"
                                        + " public java.util.Set<String> values() { return java.util.Set.of(); } }")));

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine").get("app/catalog.json")).contains("\"good\"", "demo.Names");
    }

    @Test
    void aTypeThatIsMissingIsReportedOnce() throws IOException {
        JavaProject project = new JavaProject(directory)
                .source("demo/App.java", app())
                .source("demo/Good.java", GOOD.replace("boolean yes", "Missing kind"));

        assertThat(project.compile().errors())
                .singleElement()
                .asString()
                .startsWith("Good.java:4:")
                .contains("cannot find symbol", "Missing");
    }

    @Test
    void aTypeThatIsMissingInAListIsReportedOnce() throws IOException {
        JavaProject project = new JavaProject(directory)
                .source("demo/Good.java", GOOD.replace("boolean yes", "java.util.Set<Missing> kinds"));

        assertThat(project.compile().errors()).singleElement().asString().contains("cannot find symbol");
    }

    @Test
    void anAnnotationThatDoesNotCompileIsLeftToTheCompiler() throws IOException {
        JavaProject project =
                new JavaProject(directory).source("demo/Good.java", GOOD.replace("id = \"good\"", "id = 5"));

        assertThat(project.compile().errors())
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).doesNotContain("[Vitrine"));
    }

    @Test
    void anAnnotationThatLacksAMemberIsLeftToTheCompiler() throws IOException {
        JavaProject project =
                new JavaProject(directory).source("demo/Good.java", GOOD.replace("question = \"Why?\",", ""));

        assertThat(project.compile().errors()).singleElement().asString().contains("question");
    }

    @Test
    void aModuleWithoutAnApplicationHasFragmentsAlone() throws IOException {
        JavaProject project = new JavaProject(directory).source("demo/Good.java", GOOD);

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine")).containsOnlyKeys("experiments/demo.Good.json");
    }

    @Test
    void anApplicationWithoutExperimentsHasAnEmptyCatalog() throws IOException {
        JavaProject project = new JavaProject(directory).source("demo/App.java", app());

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine").get("app/catalog.json")).contains("\"experiments\": []");
    }

    @Test
    void aRecordThatTheFacadeCannotNameStaysInTheCatalog() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/App.java", app())
                .source(
                        "demo/inner/Good.java",
                        GOOD.replace("package demo", "package demo.inner").replace("public record", "record"))
                .option("-Xlint:all,-processing", "-Werror");

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine").get("app/catalog.json")).contains("\"good\"");
        assertThat(project.outputs("../generated").get("demo/AppAnalytics.java"))
                .contains("GoodEmitter.type()")
                .doesNotContain("void emit(", "void good(");
    }

    @Test
    void nestedAndDeprecatedRecordsCompileWithoutWarnings() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/App.java", app())
                .source("demo/Outer.java", """
                        package demo;
                        import dev.vitrine.*;
                        public interface Outer {
                          @Deprecated
                          @Experiment(id = "good", question = "*/ @x {@link y} <b>", owner = "o@x.example", expires = "2027-01-01")
                          record Good(@Deprecated @Description("*/ @param \\\\u002a/") boolean event, @Description("d") Kind known) {
                            @Deprecated public enum Kind { @Deprecated @Description("d") A }
                          }
                        }
                        """)
                .option("-Xlint:all,-processing", "-Xdoclint:all,-missing", "-Werror");

        project.compile().orFail();

        assertThat(project.outputs("../generated")).containsKey("demo/GoodEmitter.java");
    }

    @Test
    void classesInTheUnnamedPackageWork() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("App.java", app().replace("package demo;", ""))
                .source("Good.java", GOOD.replace("package demo;", "").replace("boolean yes", "Type type"))
                .source("Type.java", "public enum Type { @dev.vitrine.Description(\"d\") A }");

        project.compile().orFail();

        assertThat(project.outputs("META-INF/vitrine")).containsKey("app/catalog.md");
    }

    @Test
    void everyNameInGeneratedCodeIsKeptFreeInTheUnnamedPackage() throws Exception {
        JavaProject sample = new JavaProject(directory.resolve("sample")).sample("demo");
        sample.compile().orFail();
        Set<String> names = new TreeSet<>();
        for (String text : sample.outputs("../generated").values()) {
            Matcher name = Pattern.compile("(?m)^import (?!demo)[\\w.]+\\.(\\w+);$|^ {4}.* static final class (\\w+)")
                    .matcher(text);
            while (name.find()) {
                names.add(name.group(1) == null ? name.group(2) : name.group(1));
            }
        }
        JavaProject project = new JavaProject(directory.resolve("project"));
        for (String name : names) {
            project.source(
                    name + ".java",
                    "@dev.vitrine.Experiment(id = \"x-" + name.toLowerCase(Locale.ROOT)
                            + "\", question = \"Why?\", owner = \"o\", expires = \"2027-01-01\")"
                            + " public record " + name + "() {}");
        }

        assertThat(names).contains("Events", "GeneratedType", "Recorder", "Override");
        assertThat(project.compile().errors())
                .filteredOn(error -> error.contains("[VitrineNameInUnnamedPackage]"))
                .hasSameSizeAs(names);
    }

    @Test
    void annotationsOnTypesAreLeftOutOfGeneratedCode() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/Marked.java", """
                        package demo;
                        import java.lang.annotation.*;
                        @Target(ElementType.TYPE_USE)
                        public @interface Marked {}
                        """)
                .source("demo/App.java", app())
                .source(
                        "demo/Good.java",
                        GOOD.replace(
                                        "boolean yes",
                                        "@OneOf({\"a\"}) @Marked String name,"
                                                + " @Description(\"d\") java.util.@Marked Set<@Marked Kind> kinds")
                                .replace("{}", "{ public enum Kind { @Description(\"d\") A } }"))
                .option("-Xlint:all,-processing", "-Werror");

        project.compile().orFail();

        assertThat(project.outputs("../generated").values())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).doesNotContain("@Marked"));
    }

    @Test
    void aFailureOfOurOwnIsAnErrorAtTheApplicationWithoutAStackTrace() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/App.java", app())
                .processors(() -> List.of(WatchedFiler.failing(new ApplicationProcessor())));

        JavaProject.Result result = project.compile();

        assertThat(result.errors())
                .singleElement()
                .asString()
                .startsWith("App.java:")
                .contains("[VitrineUnexpectedFailure]", "the filer fails")
                .doesNotContain("\tat ");
        assertThat(result.output()).isEmpty();
    }

    @Test
    void behindAWrapperOfTheCompilerAMistakeIsStillShownOnItsLine() throws Exception {
        JavaProject project = new JavaProject(directory)
                .source("demo/Good.java", GOOD.replace("boolean yes", "@Range(min = 2, max = 1) int number"))
                .processors(() -> List.of(WatchedFiler.failing(new ExperimentProcessor())));

        assertThat(project.compile().errors())
                .singleElement()
                .asString()
                .startsWith("Good.java:4:")
                .contains("[VitrineEmptyRange]");
    }

    private static String app() {
        return "package demo; import dev.vitrine.*;\n" + NegativeCase.application("", "") + "public class App {}";
    }
}
