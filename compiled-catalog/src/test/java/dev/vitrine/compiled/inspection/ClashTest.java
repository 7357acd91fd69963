package dev.vitrine.compiled.inspection;

import static dev.vitrine.compiled.SampleApplication.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.CompiledSources;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler sees a clash where it compiles both records at once; where it does not, the build has to. */
class ClashTest {
    @TempDir
    Path top;

    private Path classes;
    private Path library;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectories(top.resolve("classes"));
        library = Files.createDirectories(top.resolve("library"));
        SampleApplication.sources().compile(classes);
        SampleApplication.writeFragment(classes, OPENED);
        new CompiledSources()
                .add("library/Retried.java", "package library; public record Retried(int count) {}")
                .compile(library);
    }

    @Test
    void twoRecordsOfOneModuleWithTheSameIdAreAnErrorThatNamesBoth() throws IOException {
        SampleApplication.writeFragment(classes, experiment("opened", "opened", "sample.Closed"));
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED));

        assertThat(clash().details())
                .containsExactly("The experiment id \"opened\" is declared twice, by sample.Closed (this module) and by"
                        + " sample.Opened (this module). A consent names experiments by their ids, so it would cover"
                        + " both. Give one of them another id.");
    }

    @Test
    void aRecordOfALibraryWithTheSameIdIsAnErrorThatNamesTheLibrary() throws IOException {
        include(experiment("opened", "retried", "library.Retried"));

        assertThat(clash().details())
                .singleElement()
                .asString()
                .startsWith("The experiment id \"opened\" is declared twice, by library.Retried (" + library
                        + ") and by sample.Opened (this module). ");
    }

    @Test
    void aRecordOfALibraryWithTheSameEventNameIsAnErrorThatNamesTheLibrary() throws IOException {
        include(experiment("retried", "opened", "library.Retried"));

        assertThat(clash().details())
                .singleElement()
                .asString()
                .startsWith("The event name \"opened\" is used twice, by sample.Opened (this module) and by"
                        + " library.Retried (" + library + "). ");
    }

    @Test
    void differentNamesDoNotClash() throws IOException {
        include(experiment("retried", "retried", "library.Retried"));

        assertThat(inspectCompilation()).extracting(Finding::code).doesNotContain(FindingCode.VITRINE_CLASH);
    }

    /** Declares an experiment in the library, and takes it into the application's catalog. */
    private void include(Experiment experiment) throws IOException {
        SampleApplication.writeFragment(library, experiment);
        SampleApplication.writeCatalog(classes, SampleApplication.catalog(OPENED, experiment));
    }

    private Finding clash() throws IOException {
        List<Finding> clashes = inspectCompilation().stream()
                .filter(finding -> finding.code() == FindingCode.VITRINE_CLASH)
                .toList();
        assertThat(clashes).hasSize(1);
        assertThat(clashes.get(0).error()).isTrue();
        assertThat(clashes.get(0).lines().get(0))
                .isEqualTo("[VitrineClash] The experiments of 'sample' cannot be in one catalog.");
        return clashes.get(0);
    }

    private List<Finding> inspectCompilation() throws IOException {
        InspectionRules rules = new InspectionRules(
                top, LocalDate.parse("2026-11-21"), 30, false, "the update command", "the compile command");
        try (ClassRoot module = ClassRoot.open(classes);
                ClassRoot dependency = ClassRoot.open(library)) {
            return new Inspection(rules).inspectCompilation(CompiledModule.read(module), List.of(dependency));
        }
    }

    private static Experiment experiment(String id, String event, String type) {
        Experiment sample = SampleApplication.experiment(id, type);
        return new Experiment(
                id,
                event,
                sample.question(),
                sample.description(),
                sample.owner(),
                sample.expires(),
                sample.links(),
                sample.module(),
                type,
                sample.fields(),
                sample.example());
    }
}
