package dev.vitrine.compiled.inspection;

import static dev.vitrine.compiled.SampleApplication.CLOSED;
import static dev.vitrine.compiled.SampleApplication.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.reading.CatalogFormatException;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.CompiledSources;
import dev.vitrine.compiled.SampleApplication;
import dev.vitrine.compiled.publication.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final String SHELL = """
        package sample;
        class Shell {
          void go(SampleAnalytics analytics) { analytics.emit(new Opened(1)); analytics.events().closed(1); }
        }
        """;

    @TempDir
    Path top;

    private Path classes;
    private Path published;
    private LocalDate today = LocalDate.parse("2026-11-21");
    private boolean failOnExpired;

    @BeforeEach
    void compileAndPublish() throws IOException {
        classes = Files.createDirectories(top.resolve("classes"));
        published = Files.createDirectories(top.resolve("catalog"));
        SampleApplication.sources().add("sample/Shell.java", SHELL).compile(classes);
        SampleApplication.writeFragment(classes, OPENED);
        SampleApplication.writeFragment(classes, CLOSED);
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED, CLOSED));
        publish();
    }

    @Test
    void nothingIsFoundWhereEverythingIsRight() throws IOException {
        assertThat(inspect()).isEmpty();
    }

    @Test
    void anEditedCatalogIsDriftWithTheDifferenceAndTheCommand() throws IOException {
        Path json = published.resolve("catalog.json");
        Files.writeString(json, Files.readString(json).replace("How often is it opened?", "Nothing to see here."));
        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_CATALOG_DRIFT);
            assertThat(finding.error()).isTrue();
            assertThat(finding.lines())
                    .first()
                    .asString()
                    .isEqualTo(
                            "[VitrineCatalogDrift] The committed catalog of 'sample' in catalog is not what was compiled,"
                                    + " so whoever reads it is told something else than what is collected.");
            assertThat(finding.details()).anyMatch(line -> line.startsWith("-") && line.contains("Nothing to see"));
            assertThat(finding.details()).anyMatch(line -> line.startsWith("+") && line.contains("How often"));
            assertThat(finding.cure()).endsWith("the update command");
        });
    }

    @Test
    void aCatalogThatWasNeverPublishedIsDrift() throws IOException {
        Files.delete(published.resolve("catalog.md"));
        assertThat(inspect())
                .singleElement()
                .extracting(Finding::details)
                .isEqualTo(List.of("catalog.md is not there yet"));
    }

    @Test
    void aDeletedRecordWhoseFragmentWasLeftBehindMakesTheCompilationStale() throws IOException {
        Files.delete(classes.resolve("sample/Closed.class"));
        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_STALE_COMPILATION);
            assertThat(finding.details()).containsExactly("closed: in the catalog, and its record is gone");
            assertThat(finding.cure()).isEqualTo("Compile again from clean: the compile command");
        });
    }

    @Test
    void aRecordThatTheApplicationHasNotSeenMakesTheCompilationStale() throws IOException {
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED));
        publish();
        assertThat(inspect())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.details()).containsExactly("closed: declared, and not in the catalog"));
    }

    @Test
    void aRecordThatChangedAloneMakesTheCompilationStale() throws IOException {
        Experiment changed = SampleApplication.experiment("closed", "sample.Closed");
        SampleApplication.writeFragment(classes, withOwner(changed, "other@sample.example"));
        assertThat(inspect())
                .singleElement()
                .satisfies(finding -> assertThat(finding.details())
                        .containsExactly("closed: declared otherwise than the catalog says"));
    }

    @Test
    void anExperimentOfALibraryIsReadFromTheLibrary() throws IOException {
        Path library = Files.createDirectories(top.resolve("library"));
        new CompiledSources()
                .add("sample/Retried.java", "package sample; public record Retried(int count) {}")
                .compile(library);
        Experiment retried = SampleApplication.experiment("retried", "sample.Retried");
        SampleApplication.writeFragment(library, retried);
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED, CLOSED, retried));
        publish();

        assertThat(inspect(library)).extracting(Finding::code).containsExactly(FindingCode.VITRINE_NEVER_EMITTED);

        SampleApplication.writeFragment(library, withOwner(retried, "other@sample.example"));
        assertThat(inspect(library))
                .extracting(Finding::code)
                .containsExactly(FindingCode.VITRINE_STALE_COMPILATION, FindingCode.VITRINE_NEVER_EMITTED);
    }

    @Test
    void anExperimentInAMethodWhichTheCompilerLetPassIsFound() throws IOException {
        new CompiledSources().add("sample/Editor.java", """
                package sample;
                class Editor {
                  void edit() {
                    @dev.vitrine.Experiment(id = "inner", question = "Why?", owner = "o", expires = "2099-01-01")
                    record Inner() {}
                  }
                }
                """).compile(classes);

        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_PROCESSOR_DID_NOT_RUN);
            assertThat(finding.details())
                    .singleElement()
                    .asString()
                    .startsWith("sample.Editor$1Inner has @Experiment and no fragment: it stands in a method");
        });
    }

    @Test
    void anAnnotationFromWhichNothingWasMadeMeansThatTheProcessorDidNotRun() throws IOException {
        Files.delete(classes.resolve("META-INF/vitrine/sample/catalog.json"));
        Files.delete(classes.resolve("META-INF/vitrine/experiments/sample.Opened.json"));
        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_PROCESSOR_DID_NOT_RUN);
            assertThat(finding.details())
                    .containsExactly(
                            "sample.Opened has @Experiment and no fragment",
                            "sample.Sample has @AnalyticsApplication and no catalog");
            assertThat(finding.cure()).contains("annotationProcessorPaths");
        });
    }

    @Test
    void aCatalogWhoseApplicationIsGoneIsStale() throws IOException {
        Files.delete(classes.resolve("sample/Sample.class"));
        assertThat(inspect()).extracting(Finding::code).containsExactly(FindingCode.VITRINE_STALE_COMPILATION);
    }

    @Test
    void anExperimentIsWarnedOfFromThirtyDaysBeforeItsLastDayOn() throws IOException {
        today = LocalDate.parse("2030-11-30");
        assertThat(inspect()).isEmpty();
        today = LocalDate.parse("2030-12-01");
        assertThat(inspect())
                .extracting(Finding::code, Finding::error)
                .containsOnly(tuple(FindingCode.VITRINE_EXPIRES_SOON, false))
                .hasSize(2);
    }

    @Test
    void anExperimentWhoseLastDayIsOverIsAWarningOrAnErrorAsConfigured() throws IOException {
        today = LocalDate.parse("2030-12-31");
        assertThat(inspect()).extracting(Finding::code).containsOnly(FindingCode.VITRINE_EXPIRES_SOON);
        today = LocalDate.parse("2031-01-01");
        assertThat(inspect()).extracting(Finding::code).containsOnly(FindingCode.VITRINE_EXPIRED);
        assertThat(inspect()).extracting(Finding::error).containsOnly(false);
        failOnExpired = true;
        assertThat(inspect()).extracting(Finding::error).containsOnly(true);
    }

    @Test
    void anExperimentThatNothingEmitsIsAWarning() throws IOException {
        Files.delete(classes.resolve("sample/Shell.class"));
        publish();
        assertThat(inspect())
                .extracting(Finding::code, Finding::error)
                .containsOnly(tuple(FindingCode.VITRINE_NEVER_EMITTED, false))
                .hasSize(2);
    }

    @Test
    void aCallThatMovedToAnotherMethodIsAWarningOnly() throws IOException {
        SampleApplication.sources()
                .add("sample/Shell.java", SHELL.replace("void go(", "void renamed("))
                .compile(classes);
        assertThat(inspect())
                .extracting(Finding::code, Finding::error)
                .containsExactly(tuple(FindingCode.VITRINE_CALL_SITES_MOVED, false));
    }

    @Test
    void aCallOnAnotherLineOfTheSameMethodIsNothing() throws IOException {
        SampleApplication.sources()
                .add("sample/Shell.java", SHELL.replace("void go(", "\n\nvoid go("))
                .compile(classes);
        assertThat(inspect()).isEmpty();
    }

    @Test
    void aPageThatWasEditedIsDrift() throws IOException {
        Path page = published.resolve("index.html");
        Files.writeString(page, Files.readString(page).replace("Where it is emitted", "Nothing to see here"));
        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_CATALOG_DRIFT);
            assertThat(finding.details()).containsExactly("index.html differs from what was compiled");
        });
    }

    @Test
    void whatADifferenceMeansForUsersComesFirst() throws IOException {
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED));
        publish();
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED, CLOSED));
        assertThat(inspect())
                .singleElement()
                .satisfies(finding -> assertThat(finding.details())
                        .startsWith(
                                "Privacy catalog of sample: collects more (1).",
                                "What collects more waits until users have agreed again; a later expiry alone asks nobody.",
                                "",
                                "collects more",
                                "  experiments/closed"));
    }

    @Test
    void codeByHandThatGoesAroundTheEmittersIsAnError() throws IOException {
        SampleApplication.sources()
                .add(
                        "sample/Smuggler.java",
                        "package sample; class Smuggler { void go(dev.vitrine.binding.Recorder<Opened> r) { r.record(null); } }")
                .compile(classes);
        assertThat(inspect())
                .extracting(Finding::code, Finding::error)
                .containsExactly(tuple(FindingCode.VITRINE_HAND_WRITTEN_BINDING, true));
    }

    @Test
    void errorsComeBeforeWarnings() throws IOException {
        Files.delete(classes.resolve("sample/Shell.class"));
        Files.delete(published.resolve("catalog.json"));
        assertThat(inspect()).extracting(Finding::error).containsExactly(true, false, false);
    }

    @Test
    void aCompiledCatalogThatTheCompilerDidNotWriteIsNamed() throws IOException {
        Files.writeString(classes.resolve("META-INF/vitrine/sample/catalog.json"), "[]");
        assertThatThrownBy(this::inspect)
                .isInstanceOf(CatalogFormatException.class)
                .hasMessageContaining("META-INF/vitrine/sample/catalog.json in ");
    }

    private void publish() throws IOException {
        try (ClassRoot root = ClassRoot.open(classes)) {
            CompiledModule module = CompiledModule.read(root);
            new Publication(published, module.catalogs(), Inspection.callSites(module, List.of())).write();
        }
    }

    private List<Finding> inspect(Path... classPath) throws IOException {
        InspectionRules rules =
                new InspectionRules(top, today, 30, failOnExpired, "the update command", "the compile command");
        List<ClassRoot> opened = new ArrayList<>();
        try (ClassRoot root = ClassRoot.open(classes)) {
            for (Path element : classPath) {
                opened.add(ClassRoot.open(element));
            }
            return new Inspection(rules).inspect(root, opened, published);
        } finally {
            for (ClassRoot root : opened) {
                root.close();
            }
        }
    }

    private static Experiment withOwner(Experiment experiment, String owner) {
        return new Experiment(
                experiment.id(),
                experiment.event(),
                experiment.question(),
                experiment.description(),
                owner,
                experiment.expires(),
                experiment.links(),
                experiment.module(),
                experiment.type(),
                experiment.fields(),
                experiment.example());
    }
}
