package dev.vitrine.catalog.diff;

import static dev.vitrine.catalog.Copy.at;
import static dev.vitrine.catalog.Copy.with;
import static dev.vitrine.catalog.Copy.without;
import static dev.vitrine.catalog.diff.ChangeClass.COLLECTS_LESS;
import static dev.vitrine.catalog.diff.ChangeClass.COLLECTS_MORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.FieldType.EnumType;
import dev.vitrine.catalog.FieldType.RangeType;
import dev.vitrine.catalog.Golden;
import dev.vitrine.catalog.HostileText;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.json.DiffJson;
import dev.vitrine.catalog.markdown.DiffMarkdown;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogDiffTest {
    private static final Catalog PI = SampleCatalog.pi();
    private static final String EDIT = "edit-tool-outcome";

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.vitrine.catalog.diff.SampleChanges#all")
    void everyChangeHasItsClassAndItsPlaceBothWays(
            String name, ChangeClass there, ChangeClass back, String place, Catalog changed) {
        CatalogDiff diff = CatalogDiff.between(PI, changed);
        assertThat(diff.changes()).extracting(Change::kind, Change::place).containsExactly(tuple(there, place));
        assertThat(diff.changes().get(0).before())
                .isNotEqualTo(diff.changes().get(0).after());
        assertThat(diff.changes().get(0).sentence()).isNotBlank();
        assertThat(CatalogDiff.between(changed, PI).changes())
                .extracting(Change::kind, Change::place)
                .containsExactly(tuple(back, place));
    }

    @Test
    void aRangeThatMovedCollectsMoreAndLess() {
        CatalogDiff diff = CatalogDiff.between(PI, SampleChanges.field(2, "type", new RangeType(5, 30)));
        assertThat(diff.changes()).extracting(Change::kind).containsExactly(COLLECTS_MORE, COLLECTS_LESS);
    }

    @Test
    void aRenamedIdIsAnotherExperiment() {
        CatalogDiff diff = CatalogDiff.between(PI, SampleChanges.edit("id", "edit-outcome"));
        assertThat(diff.changes()).extracting(Change::kind).containsExactly(COLLECTS_MORE, COLLECTS_LESS);
    }

    @Test
    void aRenamedApplicationLosesEveryDecisionThatWasStored() {
        Catalog renamed = with(PI, "application", with(PI.application(), "name", "tau"));
        assertThat(CatalogDiff.between(PI, renamed).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(COLLECTS_MORE);
            assertThat(change.sentence())
                    .contains("settings", "environment variable", "administrator's switch")
                    .contains("every yes, every no and every off-switch", "is lost");
        });
    }

    @Test
    void aFieldThatCouldHoldAnAddressIsPointedOut() {
        Field address = new Field("source", "Where from.", new RangeType(0, 0xFFFF_FFFFL), false);
        String note = "source alone has 32.0 bits, enough to hold a network address";
        Catalog wide = Copy.experiment(
                PI, EDIT, experiment -> with(experiment, "fields", SampleChanges.plus(experiment.fields(), address)));
        assertThat(sentences(PI, wide)).singleElement().asString().contains(note);
        assertThat(sentences(
                        PI.withExperiments(List.of()),
                        wide.withExperiments(List.of(wide.experiments().get(0)))))
                .singleElement()
                .asString()
                .contains(note);
        assertThat(sentences(PI, SampleChanges.field(2, "type", new RangeType(0, Long.MAX_VALUE))))
                .singleElement()
                .asString()
                .contains("The range of attempts is wider.", "attempts alone has 63.0 bits");
        assertThat(sentences(PI, SampleChanges.field(2, "type", new RangeType(0, 0x7FFF_FFFF))))
                .singleElement()
                .asString()
                .doesNotContain("alone");
    }

    @Test
    void whoIsAskedIsSaidInTheTextAsInTheComment() {
        String note = "a later expiry alone asks nobody.";
        Catalog later = SampleChanges.edit("expires", LocalDate.of(2027, 5, 30));
        assertThat(DiffText.write(CatalogDiff.between(PI, later))).contains(note);
        assertThat(DiffMarkdown.write(CatalogDiff.between(PI, later))).contains(note);
        assertThat(DiffText.write(CatalogDiff.between(later, PI))).doesNotContain(note);
    }

    @Test
    void nothingIsFoundInACatalogAndItself() {
        for (int seed = 0; seed < 100; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(5);
            assertThat(CatalogDiff.between(catalog, new RandomExperiments(seed).catalog(5))
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void somethingIsFoundExactlyWhenTheFilesDiffer() {
        int different = 0;
        for (int seed = 0; seed < 300; seed++) {
            Catalog before = new RandomExperiments(seed).catalog(2);
            Experiment changed = new RandomExperiments(seed + 7L).next("experiment-0");
            Catalog after =
                    before.withExperiments(List.of(changed, before.experiments().get(1)));
            boolean same = Arrays.equals(CatalogJsonWriter.write(before), CatalogJsonWriter.write(after));
            assertThat(CatalogDiff.between(before, after).isEmpty())
                    .as("seed %s", seed)
                    .isEqualTo(same);
            different += same ? 0 : 1;
        }
        assertThat(different).isGreaterThan(250);
    }

    @Test
    void aDiffLooksAsItIsMeantTo() throws Exception {
        CatalogDiff diff = CatalogDiff.between(before(), PI);
        Golden.check("diff.txt", DiffText.write(diff).getBytes(StandardCharsets.UTF_8));
        Golden.check("diff.md", DiffMarkdown.write(diff).getBytes(StandardCharsets.UTF_8));
        Golden.check("diff.json", DiffJson.write(diff));
    }

    @Test
    void nothingNewIsSaidInOneLine() {
        CatalogDiff diff = CatalogDiff.between(PI, PI);
        assertThat(DiffText.write(diff)).isEqualTo("Privacy catalog of pi: nothing changed.\n");
        assertThat(DiffMarkdown.write(diff))
                .isEqualTo(DiffMarkdown.MARKER + "\n\n### Privacy catalog of pi: nothing changed\n");
    }

    @Test
    void wordsOfOthersStayWordsInAComment() {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        String harmless =
                shape(parser.parse(DiffMarkdown.write(CatalogDiff.between(PI, HostileText.catalog("harmless")))));
        for (String hostile : HostileText.samples()) {
            String markdown = DiffMarkdown.write(CatalogDiff.between(PI, HostileText.catalog(hostile)));
            assertThat(markdown.lines().findFirst()).contains(DiffMarkdown.MARKER);
            assertThat(shape(parser.parse(markdown))).as(hostile).isEqualTo(harmless);
        }
    }

    /** An earlier catalog, from which the sample differs in each class. */
    private static Catalog before() {
        Catalog before = PI.withExperiments(without(PI.experiments(), 2));
        before = Copy.field(before, EDIT, 2, field -> with(field, "type", new RangeType(1, 10)));
        before = Copy.field(
                before,
                EDIT,
                1,
                field -> with(
                        field,
                        "type",
                        new EnumType(SampleChanges.plus(
                                without(((EnumType) field.type()).constants(), 2),
                                new Constant("too_large", "The file was too large.")))));
        before = Copy.experiment(before, EDIT, experiment -> with(experiment, "owner", "core@pi.example"));
        before = Copy.experiment(
                before, "provider-latency", experiment -> with(experiment, "expires", LocalDate.of(2027, 6, 30)));
        return with(
                before, "recipients", at(before.recipients(), 0, recipient -> with(recipient, "retentionDays", 30)));
    }

    private static List<String> sentences(Catalog before, Catalog after) {
        return CatalogDiff.between(before, after).changes().stream()
                .map(Change::sentence)
                .toList();
    }

    private static String shape(Node node) {
        StringBuilder shape = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block || child instanceof CustomNode) {
                shape.append(child.getClass().getSimpleName())
                        .append('(')
                        .append(shape(child))
                        .append(')');
            }
        }
        return shape.toString();
    }
}
