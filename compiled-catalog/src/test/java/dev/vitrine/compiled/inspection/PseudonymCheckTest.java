package dev.vitrine.compiled.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.PseudonymType;
import dev.vitrine.catalog.FieldType.RecordType;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledSources;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymCheckTest {
    private static final Field PROJECT = new Field("project", "Which.", new PseudonymType(), false);

    @TempDir
    private Path classes;

    @Test
    void aPseudonymOfAnApplicationThatAsksForAnonymousConsentOnlyIsAWarningThatNamesItAndTheCure() throws IOException {
        Field nested = new Field("where", "Where.", new RecordType(List.of(PROJECT)), false);
        assertThat(inspect(nested, "anonymous")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_NEVER_SENT);
            assertThat(finding.error()).isFalse();
            assertThat(finding.problem())
                    .isEqualTo("opened: where.project is a pseudonym, which is recorded under identified consent alone,"
                            + " and 'sample' does not ask for that: the field will never be there.");
            assertThat(finding.cure())
                    .isEqualTo("Add ConsentMode.IDENTIFIED to the modes of the @AnalyticsApplication, or take the field"
                            + " out of sample.Opened.");
        });
    }

    @Test
    void whereIdentifiedConsentCanBeGivenItIsNothing() throws IOException {
        assertThat(inspect(PROJECT, "anonymous", "identified")).isEmpty();
    }

    private List<Finding> inspect(Field field, String... modes) throws IOException {
        Experiment experiment = SampleApplication.experiment("opened", "sample.Opened", field, "{}");
        new CompiledSources()
                .add("sample/Opened.java", "package sample; public record Opened(String project) {}")
                .compile(classes);
        Catalog sample = SampleApplication.catalog(experiment);
        SampleApplication.writeFragment(classes, experiment);
        SampleApplication.writeCatalog(
                classes,
                new Catalog(
                        sample.application(),
                        sample.recipients(),
                        new ConsentRules(List.of(modes), "SAMPLE_ANALYTICS"),
                        sample.envelope(),
                        sample.sideRequests(),
                        sample.experiments()));
        InspectionRules rules = new InspectionRules(classes, LocalDate.parse("2026-11-21"), 30, false, "", "");
        try (ClassRoot root = ClassRoot.open(classes)) {
            return new Inspection(rules)
                    .inspect(root, List.of(), classes.resolve("catalog")).stream()
                            .filter(finding -> finding.code() == FindingCode.VITRINE_NEVER_SENT)
                            .toList();
        }
    }
}
