package dev.vitrine.collector.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vitrine.catalog.page.Browser;
import dev.vitrine.catalog.page.Contrast;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

class PageInBrowserTest {
    @TempDir
    static Path folder;

    private static ServedPage page;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        page = SamplePage.served(folder.resolve("store"));
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void showAsOnADesk() {
        browser.width(1280);
        browser.media("screen", "light");
        browser.scripts(true);
        browser.console();
        browser.network();
    }

    @Test
    void thePageAsksForItselfAndItsStyleAndNothingElse() {
        open("/");
        assertThat(browser.network())
                .isNotEmpty()
                .allMatch(request -> request.contains("\"url\":\"" + page.address() + "/\"")
                        || request.contains("\"url\":\"" + page.address() + "/style.css\"")
                        || request.contains("\"url\":\"data:"));
        assertThat(browser.console()).isEmpty();
        assertThat(browser.run(
                        String.class, "return getComputedStyle(document.querySelector('article')).borderTopStyle"))
                .isEqualTo("solid");
    }

    @Test
    void whatSomeoneManagedToSlipInCannotRun() {
        open("/");
        browser.run(Object.class, """
                document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='window.slippedIn = true'>x</p><img src='/home.png'>");
                document.body.querySelector("p[onclick]").click();
                const script = document.createElement("script");
                script.textContent = "window.slippedIn = true";
                document.body.append(script);
                """);
        assertThat(browser.run(Boolean.class, "return window.slippedIn === undefined"))
                .isTrue();
        assertThat(browser.run(String.class, "return getComputedStyle(document.querySelector('p[onclick]')).color"))
                .isNotEqualTo("rgb(255, 0, 0)");
        assertThat(browser.console()).anyMatch(line -> line.contains("Content Security Policy"));
    }

    @Test
    void theFilterWorksWithoutJavaScriptAndFromTheKeyboard() {
        browser.scripts(false);
        open("/");
        browser.driver().findElement(By.name("version")).sendKeys("0.62.0");
        browser.driver().findElement(By.name("platform")).sendKeys("linux");
        browser.driver().findElement(By.cssSelector("button[type=submit]")).sendKeys(Keys.ENTER);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(browser.driver().getCurrentUrl())
                        .startsWith(page.address() + "/?")
                        .contains("version=0.62.0", "platform=linux"));
        assertThat(browser.driver().findElement(By.name("version")).getDomProperty("value"))
                .isEqualTo("0.62.0");
        assertThat(browser.driver().findElement(By.id("edit-tool-outcome")).getText())
                .contains("Events", " of ", "applied", "hidden");
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 360", "dark, 360"})
    void everyTextCanBeReadAgainstItsBackground(String scheme, int width) {
        browser.media("screen", scheme);
        browser.width(width);
        open("/");
        assertThat((List<?>) browser.driver().executeScript(Contrast.TOO_LOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"320", "360", "820", "1280"})
    void noWidthNeedsScrollingSidewards(int width) {
        browser.width(width);
        open("/?columns=shares");
        assertThat(browser.run(
                        Long.class,
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isZero();
    }

    @Test
    void everyDrawingHasAName_aTableBesideIt_andEveryControlALabel() {
        open("/");
        assertThat((List<?>) browser.driver().executeScript("""
                        const wrong = [];
                        document.querySelectorAll("figure svg").forEach((svg) => {
                          if (!svg.getAttribute("aria-label") || svg.getAttribute("role") !== "img") wrong.push("nameless drawing");
                          if (svg.closest(".sides").querySelector("table") === null) wrong.push("no table");
                        });
                        document.querySelectorAll("select").forEach((select) => {
                          if (select.labels.length === 0) wrong.push("nameless " + select.name);
                        });
                        const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
                        wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index));
                        document.querySelectorAll("a[href^='#']").forEach((link) => {
                          if (document.getElementById(decodeURIComponent(link.hash.slice(1))) === null) wrong.push(link.hash);
                        });
                        return wrong;
                        """)).isEmpty();
        assertThat(browser.driver().findElements(By.cssSelector("figure svg"))).hasSizeGreaterThan(8);
    }

    @Test
    void theColumnsAreAsHighAsTheirNumbers() {
        open("/?columns=shares");
        List<WebElement> columns =
                browser.driver().findElements(By.cssSelector("[id='edit-tool-outcome.outcome'] figure rect"));
        double height = columns.stream()
                .filter(column -> String.valueOf(
                                column.findElement(By.tagName("title")).getDomProperty("textContent"))
                        .startsWith("2026-W47"))
                .mapToDouble(column -> Double.parseDouble(String.valueOf(column.getDomAttribute("height"))))
                .sum();
        assertThat(height).isBetween(145.9, 146.1);
    }

    @Test
    void theFirstKeyPressLeadsPastTheFilter() {
        open("/");
        browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the answers");
    }

    @Test
    void paperHasNoControls() {
        browser.media("print", "light");
        open("/");
        assertThat(browser.driver().findElement(By.tagName("form")).isDisplayed())
                .isFalse();
        assertThat(browser.driver().findElement(By.id("edit-tool-outcome")).isDisplayed())
                .isTrue();
    }

    private static void open(String path) {
        browser.driver().get(page.address() + path);
    }
}
