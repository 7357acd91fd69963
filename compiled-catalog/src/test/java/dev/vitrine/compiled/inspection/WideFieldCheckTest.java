package dev.vitrine.compiled.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledSources;
import dev.vitrine.compiled.SampleApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideFieldCheckTest {
    @TempDir
    private Path classes;

    @Test
    void aFieldThatCouldHoldAnAddressIsAWarningThatNamesItAndTheCure() throws IOException {
        assertThat(inspect(0xFFFF_FFFFL)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VITRINE_WIDE_FIELD);
            assertThat(finding.error()).isFalse();
            assertThat(finding.problem())
                    .isEqualTo("opened: source alone has 32.0 bits, enough to hold a network address, or to single out"
                            + " nearly anyone on earth.");
            assertThat(finding.cure())
                    .isEqualTo("Give source of sample.Opened @Buckets, a narrower @Range or, if it is a set, fewer"
                            + " constants.");
        });
    }

    @Test
    void aNarrowerOneIsNothing() throws IOException {
        assertThat(inspect(0x7FFF_FFFF)).isEmpty();
    }

    private List<Finding> inspect(long max) throws IOException {
        Experiment wide = SampleApplication.experiment(
                "opened",
                "sample.Opened",
                new Field("source", "Where from.", new RangeType(0, max), false),
                "{\"source\":0}");
        new CompiledSources()
                .add("sample/Opened.java", "package sample; public record Opened(long source) {}")
                .compile(classes);
        SampleApplication.writeFragment(classes, wide);
        InspectionRules rules = new InspectionRules(classes, LocalDate.parse("2026-11-21"), 30, false, "", "");
        try (ClassRoot root = ClassRoot.open(classes)) {
            return new Inspection(rules).inspect(root, List.of(), classes.resolve("catalog"));
        }
    }
}
