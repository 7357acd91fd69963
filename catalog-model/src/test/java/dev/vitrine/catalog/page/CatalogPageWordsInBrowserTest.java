package dev.vitrine.catalog.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.Copy;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.catalog.SampleCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Words of the page that depend on the catalog or on the width. */
class CatalogPageWordsInBrowserTest {
    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = new Browser(folder.resolve("profile"));
        browser.width(1200);
        browser.media("screen", "light");
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void oneExperimentIsNotCounted() {
        Catalog one = SampleCatalog.pi().withExperiments(List.of(SampleCatalog.editToolOutcome()));
        browser.open(CatalogPage.write(one, Map.of()), "");
        assertThat(browser.driver().findElement(By.id("found")).getText()).isEqualTo("The one experiment is shown.");
        browser.driver().findElement(By.id("query")).sendKeys("nothing-matches-this");
        assertThat(browser.driver().findElement(By.id("found")).getText()).isEqualTo("0 of 1 experiment is shown.");
    }

    @Test
    void aConstantIsNotBrokenOnATabletOrOnPaper() {
        Catalog pi = Copy.field(
                SampleCatalog.pi(),
                "edit-tool-outcome",
                1,
                field -> Copy.with(
                        field,
                        "type",
                        new FieldType.EnumType(List.of(
                                new Constant("applied", "The edit was applied."),
                                new Constant("connection_refused", "Nobody listened at the other end.")))));
        String lines = """
                return Array.from(document.querySelectorAll("dl.values code"), (code) =>
                    code.textContent + " " + code.getClientRects().length).join("\\n");
                """;
        browser.open(CatalogPage.write(pi, Map.of()), "");
        for (int width : new int[] {720, 800, 1000}) {
            browser.width(width);
            assertThat(browser.run(String.class, lines)).as("at %s", width).contains("connection_refused 1");
        }
        browser.width(718); // A4 between the margins that browsers print with
        browser.media("print", "light");
        assertThat(browser.run(String.class, lines)).contains("connection_refused 1");
    }
}
