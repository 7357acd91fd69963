package dev.vitrine.catalog.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.Golden;
import dev.vitrine.catalog.HostileText;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogMarkdownTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    static Stream<String> hostileTexts() {
        return HostileText.samples().stream();
    }

    @Test
    void theSampleLooksAsItIsMeantTo() throws Exception {
        Golden.check("catalog.md", CatalogMarkdown.write(SampleCatalog.pi()));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void wordsStayWords(String hostile) {
        Node page = parse(HostileText.catalog(hostile));
        assertThat(shape(page)).isEqualTo(shape(parse(HostileText.catalog("harmless"))));
        assertThat(all(page, Heading.class))
                .extracting(CatalogMarkdownTest::text)
                .contains(DisplayText.of(hostile));
        assertThat(cells(page)).contains(DisplayText.of(hostile));
        assertThat(all(page, HtmlBlock.class)).isEmpty();
        assertThat(all(page, Image.class)).isEmpty();
        assertThat(all(page, HtmlInline.class))
                .extracting(HtmlInline::getLiteral)
                .allMatch(html -> html.matches("<a id=\"[a-z-]+\">|</a>"));
        assertThat(all(page, Link.class)).extracting(Link::getDestination).allMatch(target -> target.startsWith("#"));
    }

    @Test
    void randomCatalogsKeepTheirShape() {
        for (int seed = 0; seed < 60; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(4);
            Node page = parse(catalog);
            List<String> headings = all(page, Heading.class).stream()
                    .map(CatalogMarkdownTest::text)
                    .toList();
            assertThat(headings)
                    .as("seed %s", seed)
                    .containsAll(catalog.experiments().stream()
                            .map(Experiment::question)
                            .map(DisplayText::of)
                            .toList())
                    .hasSize(3 + 7 + catalog.experiments().size());
        }
    }

    @Test
    void theClassThatListsNamesStandsWhereItsNamesAre() {
        assertThat(page(SampleCatalog.pi()))
                .contains("One of at most 256 names that KnownModels lists; anything else is sent as \"other\".")
                .contains("- **Names listed by:** `com.example.pi.KnownModels`");
    }

    @Test
    void whatIsNotListedOnThePageIsExceptedFromWhatItPromises() {
        Catalog pi = SampleCatalog.pi();
        assertThat(page(pi))
                .contains("or a name that its class lists when the application runs")
                .contains("or a code, under identified only; the compiler refuses all else.")
                .contains("No number here has the 32 bits of a network address.");
        assertThat(page(pi.withExperiments(List.of(SampleCatalog.welcomeSkipped()))))
                .contains(
                        "A field holds what this page says of it: a value from its list; the compiler refuses all else.")
                .doesNotContain("No number here");
    }

    @Test
    void aNumberThatCouldHoldAnAddressIsMarkedAndNoPromiseIsMadeOfIt() {
        Catalog wide = Copy.field(
                SampleCatalog.pi(),
                "edit-tool-outcome",
                2,
                field -> Copy.with(field, "type", new FieldType.RangeType(0, 0xFFFF_FFFFL)));
        assertThat(page(wide))
                .contains("from 0 to 4294967295; one beyond is sent as the nearest; enough to hold a network address")
                .contains("1 field here, marked as such, could hold an address all the same.")
                .doesNotContain("No number here");
    }

    @Test
    void aRecordInNoPackageIsDeclaredInNoModule() {
        Catalog unnamed = Copy.experiment(
                SampleCatalog.pi(),
                "welcome-skipped",
                experiment -> Copy.with(Copy.with(experiment, "module", ""), "type", "WelcomeSkipped"));
        assertThat(page(unnamed)).contains("- **Declared by:** `WelcomeSkipped`\n");
    }

    @Test
    void everyLinkOnThePageHasItsPlaceOnThePage() {
        Node page = parse(SampleCatalog.pi());
        Set<String> places = new HashSet<>();
        all(page, HtmlInline.class).forEach(html -> places.add(html.getLiteral().replaceAll("<a id=\"(.*)\">", "#$1")));
        assertThat(all(page, Link.class))
                .extracting(Link::getDestination)
                .filteredOn(target -> target.startsWith("#"))
                .hasSizeGreaterThan(10)
                .allMatch(places::contains);
    }

    @Test
    void everyFieldAndEveryValueOfTheCatalogIsOnThePage() {
        Catalog pi = SampleCatalog.pi();
        String page = new String(CatalogMarkdown.write(pi), StandardCharsets.UTF_8);
        for (Experiment experiment : pi.experiments()) {
            assertThat(page)
                    .contains(
                            experiment.question(),
                            experiment.owner(),
                            experiment.expires().toString(),
                            experiment.example());
        }
        assertThat(page)
                .contains("`route.provider`", "`no_match`", "`200-1000ms`", "`c#`", "from 1 to 20", "at most 256 names")
                .contains("`DO_NOT_TRACK=1`", "`PI_ANALYTICS=off`", "`privacy off`", "`settings.json`", "90 days");
    }

    @Test
    void aPageOfAnApplicationWithoutIdentifiedDoesNotOfferIt() {
        Catalog pi = SampleCatalog.pi();
        Catalog anonymous = new Catalog(
                pi.application(),
                pi.recipients(),
                ConsentRules.of("pi", List.of("anonymous")),
                pi.envelope(),
                List.of(),
                List.of());
        String page = new String(CatalogMarkdown.write(anonymous), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("never: identified is not offered", "no event is ever sent", "makes no other request")
                .doesNotContain("unless you chose identified", "- `identified`");
    }

    private static String page(Catalog catalog) {
        return new String(CatalogMarkdown.write(catalog), StandardCharsets.UTF_8);
    }

    private static Node parse(Catalog catalog) {
        return PARSER.parse(new String(CatalogMarkdown.write(catalog), StandardCharsets.UTF_8));
    }

    /** The blocks of a page and how they are nested, without their words. */
    private static String shape(Node node) {
        StringBuilder shape = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block || child instanceof TableRow) {
                shape.append(child.getClass().getSimpleName())
                        .append('(')
                        .append(shape(child))
                        .append(')');
            }
        }
        return shape.toString();
    }

    private static List<String> cells(Node page) {
        List<String> cells = new ArrayList<>();
        for (TableRow row : all(page, TableRow.class)) {
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                cells.add(text(cell));
            }
        }
        return cells;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString().strip();
    }

    private static <N extends Node> List<N> all(Node node, Class<N> type) {
        List<N> found = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            found.addAll(all(child, type));
        }
        return found;
    }
}
