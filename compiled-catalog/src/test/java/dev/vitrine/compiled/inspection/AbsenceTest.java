package dev.vitrine.compiled.inspection;

import static dev.vitrine.compiled.SampleApplication.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbsenceTest {
    @TempDir
    private Path top;

    @Test
    void aCommittedCatalogAndNoApplicationIsAnErrorThatNamesBoth() throws IOException {
        publish("catalog");
        assertThat(inspect()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_NO_APPLICATION);
            assertThat(finding.error()).isTrue();
            assertThat(finding.problem())
                    .isEqualTo("There is no application in e, and catalog holds the catalog of 'sample': it was held"
                            + " against nothing.");
            assertThat(finding.cure()).contains("--classes", "classesDirectory", "delete catalog.");
        });
    }

    @Test
    void catalogsInFoldersOfTheirNamesAreFoundToo() throws IOException {
        publish("catalog/sample");
        assertThat(inspect())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("the catalog of 'sample'"));
    }

    @Test
    void nothingCommittedIsNothingFound() throws IOException {
        assertThat(inspect()).isEmpty();
        Files.createDirectories(top.resolve("catalog"));
        assertThat(inspect()).isEmpty();
    }

    @Test
    void aCatalogOfSomethingElseIsNobodysBusiness() throws IOException {
        Files.createDirectories(top.resolve("catalog"));
        Files.writeString(top.resolve("catalog/catalog.json"), "{\"shoes\": 12}");
        assertThat(inspect()).isEmpty();
    }

    private void publish(String folder) throws IOException {
        Path committed = Files.createDirectories(top.resolve(folder));
        Files.write(committed.resolve("catalog.json"), CatalogJsonWriter.write(SampleApplication.catalog(OPENED)));
    }

    private List<Finding> inspect() throws IOException {
        InspectionRules rules = new InspectionRules(top, LocalDate.parse("2026-11-21"), 30, false, "", "");
        return new Inspection(rules).inspectAbsence(top.resolve("e"), top.resolve("catalog"));
    }
}
