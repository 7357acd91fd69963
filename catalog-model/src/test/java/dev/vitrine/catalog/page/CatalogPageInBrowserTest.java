package dev.vitrine.catalog.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.HostileText;
import dev.vitrine.catalog.RandomExperiments;
import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogPageInBrowserTest {
    private static final byte[] PI = CatalogPage.write(SampleCatalog.pi(), SamplePages.CALLERS);

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void showAsOnADesk() {
        browser.width(1200);
        browser.media("screen", "light");
        browser.scripts(true);
        browser.console();
        browser.network();
    }

    @Test
    void thePageAsksTheNetworkForNothingButItself() {
        browser.open(PI, "");
        assertThat(browser.requests()).containsExactly("/index.html");
        assertThat(browser.network())
                .isNotEmpty()
                .allMatch(
                        event -> event.contains("\"url\":\"" + browser.address()) || event.contains("\"url\":\"data:"));
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatSomeoneManagedToSlipInCannotRunOrCallHome() {
        browser.open(PI, "");
        browser.run(Object.class, """
                window.violations = [];
                document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective));
                const script = document.createElement("script");
                script.textContent = "window.slippedIn = true";
                document.body.append(script);
                const image = document.createElement("img");
                image.src = location.origin + "/home.png";
                document.body.append(image);
                document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='window.slippedIn = true'>x</p>");
                document.body.lastElementChild.click();
                """);
        List<?> violations = (List<?>) browser.driver().executeAsyncScript("""
                        const done = arguments[arguments.length - 1];
                        document.addEventListener("securitypolicyviolation", (event) => {
                          if (event.effectiveDirective === "connect-src") done(window.violations);
                        });
                        fetch(location.origin + "/home").catch(() => {});
                        """);
        assertThat(violations)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .contains("script-src-elem", "img-src", "style-src-attr", "script-src-attr", "connect-src");
        assertThat(browser.run(Boolean.class, "return window.slippedIn === undefined"))
                .isTrue();
        assertThat(browser.requests()).containsExactly("/index.html");
    }

    @Test
    void everythingCanBeReadWithoutJavaScript() {
        browser.scripts(false);
        browser.open(PI, "?q=nothing-matches-this");
        WebElement body = browser.driver().findElement(By.tagName("body"));
        assertThat(body.getText())
                .contains("off until you say yes", "route.provider", "no_match", "The text to replace was not found.")
                .contains("PI_ANALYTICS=off", "90 days", "Never collected")
                .doesNotContain("With a field of the kind");
        assertThat(browser.driver().findElements(By.tagName("article")))
                .hasSize(5)
                .allMatch(WebElement::isDisplayed);
    }

    @Test
    void searchAndFilterNarrowThePageAndStayInItsAddress() {
        browser.open(PI, "");
        assertThat(shown()).hasSize(5);
        browser.driver().findElement(By.id("query")).sendKeys("Network PROVIDER");
        assertThat(shown()).containsExactly("provider-latency", "stream-failure");
        assertThat(text("found")).isEqualTo("2 of 5 experiments are shown.");
        browser.driver().findElement(By.cssSelector("input[value=interval]")).sendKeys(Keys.SPACE);
        assertThat(shown()).containsExactly("provider-latency");
        assertThat(browser.driver().getCurrentUrl()).endsWith("?q=Network+PROVIDER&kind=interval");
        browser.driver().navigate().refresh();
        assertThat(shown()).containsExactly("provider-latency");
        assertThat(browser.driver().findElement(By.id("query")).getDomProperty("value"))
                .isEqualTo("Network PROVIDER");
        browser.driver().findElement(By.id("query")).sendKeys(Keys.ESCAPE);
        assertThat(shown()).hasSize(5);
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(browser.address());
    }

    @Test
    void severalKindsShowWhatHasAnyOfThem() {
        browser.open(PI, "?kind=pseudonym&kind=number");
        assertThat(shown()).containsExactly("edit-tool-outcome", "repository-shape", "stream-failure");
        assertThat(browser.driver().findElements(By.cssSelector(".contents li")))
                .filteredOn(WebElement::isDisplayed)
                .hasSize(3);
    }

    @Test
    void aLinkToWhatTheFilterHidesShowsIt() {
        browser.open(PI, "?q=latency#repository-shape.git");
        assertThat(shown()).hasSize(5);
        browser.open(PI, "?q=latency");
        browser.run(Object.class, "location.hash = '#stream-failure'");
        browser.driver().executeAsyncScript("requestAnimationFrame(arguments[0])");
        assertThat(shown()).contains("stream-failure");
    }

    @Test
    void thePageWorksAsALocalFile() throws Exception {
        Path file = Files.write(folder.resolve("local.html"), PI);
        browser.driver().get(file.toUri().toString());
        browser.driver().findElement(By.id("query")).sendKeys("tour");
        assertThat(shown()).containsExactly("welcome-skipped");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void everyFieldAndValueOfTheEmbeddedCatalogIsShownAndNothingElse() {
        Catalog catalog = new RandomExperiments(11).catalog(12);
        browser.open(CatalogPage.write(catalog, Map.of()), "");
        JsonNode embedded = JsonMapper.shared()
                .readTree(browser.run(String.class, "return document.getElementById('catalog').textContent"));
        assertThat(embedded).isEqualTo(JsonMapper.shared().readTree(CatalogJsonWriter.write(catalog)));
        Object differences = browser.run(Object.class, """
                const catalog = JSON.parse(document.getElementById("catalog").textContent);
                const differences = [];
                const clean = (text) => text.replace(/\\s+/g, " ").trim();
                const rows = new Set(Array.from(document.querySelectorAll("article tr[id]"), (row) => row.id));
                const check = (id, payload, prefix) => {
                  for (const [name, property] of Object.entries(payload.properties)) {
                    const row = document.getElementById(id + "." + prefix + name);
                    if (!rows.delete(id + "." + prefix + name)) differences.push("no row " + prefix + name);
                    if (clean(row.querySelector("[data-label=Meaning]").textContent) !== clean(property.description)) differences.push("meaning of " + name);
                    const values = property.enum ?? property.items?.enum ?? (property.type === "boolean" ? ["true", "false"] : []);
                    const shown = Array.from(row.querySelectorAll(".values code"), (code) => code.textContent);
                    if (JSON.stringify(values) !== JSON.stringify(shown)) differences.push("values of " + name + ": " + shown);
                    if (property["x-kind"] === "record") check(id, property, prefix + name + ".");
                  }
                };
                catalog.experiments.forEach((experiment) => {
                  check(experiment.id, experiment.payload, "");
                  const example = document.getElementById(experiment.id).querySelector("pre").textContent;
                  if (JSON.stringify(JSON.parse(example)) !== JSON.stringify(experiment.example)) differences.push("example of " + experiment.id);
                });
                rows.forEach((row) => differences.push("a row more: " + row));
                return differences;
                """);
        assertThat((List<?>) differences).isEmpty();
    }

    @Test
    void hostileWordsAreShownAsWords() {
        for (String hostile : HostileText.samples()) {
            browser.open(CatalogPage.write(HostileText.catalog(hostile), Map.of()), "");
            assertThat(browser.run(String.class, "return document.querySelector('h3').textContent"))
                    .isEqualTo(DisplayText.of(hostile));
            assertThat(
                            browser.run(
                                    Long.class,
                                    "return document.querySelectorAll('script, img, iframe, object, base, meta[http-equiv=refresh]').length"))
                    .as(hostile)
                    .isEqualTo(2);
            assertThat(browser.run(
                            Long.class,
                            "return Array.from(document.links).filter((link) => !/^https?:/.test(link.href)).length"))
                    .as(hostile)
                    .isZero();
            assertThat(browser.console()).as(hostile).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1280})
    void noWidthNeedsScrollingToTheSide(int width) {
        browser.width(width);
        browser.open(PI, "");
        assertThat(browser.run(Long.class, "return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        browser.open(CatalogPage.write(HostileText.catalog("w".repeat(300)), Map.of()), "");
        assertThat(browser.run(Long.class, "return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({"light,1200", "light,390", "dark,1200", "dark,390"})
    void everyTextHasTheContrastOfWcagAa(String scheme, int width) {
        browser.width(width);
        browser.media("screen", scheme);
        browser.open(PI, "?kind=number#edit-tool-outcome");
        assertThat((List<?>) browser.driver().executeScript(Contrast.TOO_LOW)).isEmpty();
        assertThat(browser.run(String.class, "return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme.equals("dark") ? "rgb(17, 22, 27)" : "rgb(255, 255, 255)");
    }

    @Test
    void aKeyboardIsEnough() {
        browser.open(PI, "");
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the experiments");
        browser.driver().findElement(By.tagName("body")).sendKeys("/");
        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                .isEqualTo("query");
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        WebElement chip = browser.driver().switchTo().activeElement();
        assertThat(chip.getDomAttribute("name")).isEqualTo("kind");
        assertThat(browser.run(
                        String.class, "return getComputedStyle(arguments[0].nextElementSibling).outlineStyle", chip))
                .isEqualTo("solid");
        chip.sendKeys(Keys.SPACE);
        assertThat(shown()).containsExactly("stream-failure");
    }

    @Test
    void everyPlaceHasOneNameAndEveryLinkAPlace() {
        browser.open(PI, "");
        assertThat((List<?>) browser.driver().executeScript("""
                                const ids = Array.from(document.querySelectorAll("[id]"), (element) => element.id);
                                const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
                                const nowhere = Array.from(document.querySelectorAll("a[href^='#']"), (link) => decodeURIComponent(link.hash.slice(1)))
                                    .filter((id) => document.getElementById(id) === null);
                                const nameless = Array.from(document.querySelectorAll("input"))
                                    .filter((input) => input.labels.length === 0).map((input) => input.name);
                                return [...twice, ...nowhere, ...nameless];
                                """)).isEmpty();
        assertThat(browser.driver().findElements(By.cssSelector("article[id], article tr[id]")))
                .hasSize(5 + 12);
        assertThat(browser.run(
                        String.class,
                        "return Array.from(document.querySelectorAll('h1, h2, h3'), (h) => h.tagName[1]).join('')"))
                .matches("12+(23*)+2*");
    }

    @Test
    void paperHasNoControls() {
        browser.open(PI, "?q=tour");
        browser.media("print", "light");
        assertThat(browser.driver().findElement(By.id("filter")).isDisplayed()).isFalse();
        assertThat(browser.run(String.class, "return getComputedStyle(document.body).color"))
                .isEqualTo("rgb(0, 0, 0)");
    }

    @Test
    void whatIsOverIsSaidToBeOver() {
        Catalog old = new RandomExperiments(1).catalog(1);
        Catalog expired = old.withExperiments(List.of(dev.vitrine.catalog.Copy.with(
                old.experiments().get(0), "expires", java.time.LocalDate.of(2020, 1, 1))));
        browser.open(CatalogPage.write(expired, Map.of()), "");
        assertThat(browser.driver().findElement(By.cssSelector("article .meta")).getText())
                .contains("2020-01-01 UTC (over: no longer recorded)");
    }

    private static List<String> shown() {
        return browser.driver().findElements(By.tagName("article")).stream()
                .filter(WebElement::isDisplayed)
                .map(article -> String.valueOf(article.getDomAttribute("id")))
                .toList();
    }

    private static String text(String id) {
        return browser.driver().findElement(By.id(id)).getText();
    }
}
