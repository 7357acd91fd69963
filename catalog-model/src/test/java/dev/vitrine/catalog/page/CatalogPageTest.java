package dev.vitrine.catalog.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.Envelope;
import dev.vitrine.catalog.Golden;
import dev.vitrine.catalog.HostileText;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogPageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"catalog\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void theSampleLooksAsItIsMeantTo() throws Exception {
        Golden.check("index.html", CatalogPage.write(SampleCatalog.pi(), SamplePages.CALLERS));
    }

    @Test
    void withoutItsCallSitesAPageTellsTheCatalogAlone() {
        Catalog pi = SampleCatalog.pi();
        String id = pi.experiments().get(0).id();
        String bare = CatalogPage.withoutCallSites(CatalogPage.write(pi, Map.of()));
        byte[] moved = CatalogPage.write(pi, Map.of(id, List.of(new CallSite("pi.Moved", "elsewhere", 3))));
        assertThat(CatalogPage.withoutCallSites(CatalogPage.write(pi, SamplePages.CALLERS)))
                .isEqualTo(bare);
        assertThat(CatalogPage.withoutCallSites(moved)).isEqualTo(bare).doesNotContain("pi.Moved");
        assertThat(CatalogPage.withoutCallSites(CatalogPage.write(pi, Map.of(id, List.of()))))
                .isEqualTo(bare);
        for (int seed = 0; seed < 30; seed++) {
            Catalog other = new RandomExperiments(seed).catalog(3);
            assertThat(CatalogPage.withoutCallSites(CatalogPage.write(other, Map.of())))
                    .isNotEqualTo(bare);
        }
    }

    @Test
    void theClassThatListsNamesIsNamedInFull() {
        assertThat(page(SampleCatalog.pi()))
                .contains("names that KnownModels lists;")
                .contains("<dt>Names listed by</dt><dd><code>com.example.pi.KnownModels</code></dd>");
    }

    @Test
    void aRecordInNoPackageIsDeclaredInNoModule() {
        Catalog unnamed = Copy.experiment(
                SampleCatalog.pi(),
                "welcome-skipped",
                experiment -> Copy.with(Copy.with(experiment, "module", ""), "type", "WelcomeSkipped"));
        assertThat(page(unnamed)).contains("<dd><code>WelcomeSkipped</code></dd>");
    }

    @Test
    void theCatalogInThePageIsTheCatalogInTheFile() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            Catalog catalog = new RandomExperiments(seed).catalog(4);
            byte[] file = CatalogJsonWriter.write(catalog);
            String page = page(catalog);
            Matcher data = DATA.matcher(page);
            assertThat(data.find()).isTrue();
            Catalog read =
                    new CatalogJsonReader("page").readCatalog(data.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(CatalogJsonWriter.write(read)).isEqualTo(file);
            assertThat(page)
                    .contains(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
    }

    @Test
    void thePolicyNamesTheStyleAndTheScriptAndNothingElse() throws Exception {
        String page = page(SampleCatalog.pi());
        String style = between(page, "<style>", "</style>");
        String script = between(page, "<script>", "</script>");
        assertThat(page)
                .contains("content=\"default-src 'none'; style-src '" + escaped(sha256(style)) + "'; script-src '"
                        + escaped(sha256(script)) + "'; img-src data:; base-uri 'none'; form-action 'none'\"")
                .doesNotContain(" style=")
                .doesNotContainPattern("<[^>]+ on[a-z]+=");
        assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    }

    @Test
    void hostileWordsAddNoElement() {
        Pattern tag = Pattern.compile("<[a-zA-Z/!][^>]*>");
        long harmless =
                tag.matcher(page(HostileText.catalog("harmless"))).results().count();
        for (String hostile : HostileText.samples()) {
            String page = page(HostileText.catalog(hostile));
            assertThat(tag.matcher(page).results().count()).as(hostile).isEqualTo(harmless);
        }
    }

    @Test
    void callersAreListedOnlyWhereTheyWereLookedFor() {
        Catalog pi = SampleCatalog.pi();
        assertThat(new String(CatalogPage.write(pi, SamplePages.CALLERS), StandardCharsets.UTF_8))
                .contains("<code>com.example.pi.EditTool.apply</code>, 3 ×")
                .containsOnlyOnce("nothing emits it");
        assertThat(page(pi)).doesNotContain("Where it is emitted", "nothing emits it");
    }

    @Test
    void withoutItsCallSitesAPageIsThatOfTheCatalogAlone() {
        Catalog pi = SampleCatalog.pi();
        assertThat(CatalogPage.withoutCallSites(CatalogPage.write(pi, SamplePages.CALLERS)))
                .isEqualTo(CatalogPage.withoutCallSites(CatalogPage.write(pi, Map.of())))
                .contains("edit-tool-outcome")
                .doesNotContain("EditTool.apply");
    }

    @Test
    void anIdentifierThatIsSentToAllUnderTwoMeaningsCountsAsLinked() {
        Catalog posthog = Copy.with(SampleCatalog.pi(), "envelope", Envelope.entries("posthog"));
        String linked = between(page(posthog), "<h2>Linked to an id</h2>", "</ul>");
        assertThat(linked).contains("<code>distinct_id</code>", "<code>vitrine.userId</code>");
    }

    private static String page(Catalog catalog) {
        return new String(CatalogPage.write(catalog, Map.of()), StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As the template engine writes it into an attribute. */
    private static String escaped(String text) {
        return text.replace("=", "&#61;");
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start) + start.length();
        return page.substring(from, page.indexOf(end, from));
    }
}
