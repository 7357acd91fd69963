package dev.vitrine.collector.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.collector.page.ServedPage.Response;
import dev.vitrine.collector.query.Threshold;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageOverHttpTest {
    private static final String CARD = "/answers/edit-tool-outcome";

    @TempDir
    static Path folder;

    private static ServedPage page;

    @BeforeAll
    static void serve() throws Exception {
        page = SamplePage.served(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void everyQuestionHasACardThatAnswersIt() throws Exception {
        String html = page.get("/").body();
        assertThat(html)
                .contains("How often does the edit tool fail, and with which models?")
                .contains("4 of 5 questions have an answer so far.")
                .contains("<code>no_match</code>", "The text to replace was not found.", "at most ")
                .contains("What is hidden, and why", "fewer than 10 reporters");
        assertThat(html.split("<article", -1)).hasSize(1 + 5);
    }

    @Test
    void thePageTheCsvAndTheJsonTellTheSameNumbers() throws Exception {
        JsonNode json = JsonMapper.shared().readTree(page.get(CARD + ".json").body());
        long events = sum(json.path("events"));
        assertThat(page.get("/").body()).contains(String.format("%,d", events));
        long inCsv = page.get(CARD + ".csv")
                .body()
                .lines()
                .filter(line -> line.contains("\"all events\""))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(",\"") + 2, line.length() - 1)))
                .sum();
        assertThat(inCsv).isEqualTo(events).isGreaterThan(1_000);
        for (JsonNode field : json.path("fields")) {
            long parts = sum(field.path("hiddenEvents"));
            for (JsonNode value : field.path("values")) {
                parts += sum(value.path("events"));
                for (int week = 0; week < value.path("events").size(); week++) {
                    boolean mayBeHidden = value.path("events").get(week).isNull();
                    boolean zero =
                            !mayBeHidden && value.path("events").get(week).asLong() == 0;
                    boolean hides = field.path("hiddenEvents").get(week).asLong() > 0;
                    assertThat(zero && hides)
                            .as("0 where a value may be hidden")
                            .isFalse();
                    assertThat(mayBeHidden && !hides)
                            .as("null where nothing is hidden")
                            .isFalse();
                }
            }
            assertThat(parts).as(field.path("field").asString()).isEqualTo(events);
        }
    }

    @Test
    void aFilterInTheAddressNarrowsThePageAndItsDownloads() throws Exception {
        long all = sum(
                JsonMapper.shared().readTree(page.get(CARD + ".json").body()).path("events"));
        long chosen = sum(JsonMapper.shared()
                .readTree(page.get(CARD + ".json?version=0.62.0&platform=linux&from=2026-W45")
                        .body())
                .path("events"));
        assertThat(chosen).isPositive().isLessThan(all / 2);
        String html = page.get("/?version=0.62.0&platform=linux&from=2026-W45&columns=shares")
                .body();
        assertThat(html)
                .contains("<option value=\"0.62.0\" selected>", "<option value=\"linux\" selected>")
                .contains(String.format("%,d", chosen))
                .contains(
                        "/answers/edit-tool-outcome.csv?version&#61;0.62.0&amp;platform&#61;linux&amp;from&#61;2026-W45")
                .contains("100 %");
        assertThat(page.get("/?version=9.9.9").body()).contains("0 of 5 questions have an answer for this choice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/style.css", "/catalog/", "/catalog/catalog.json", CARD + ".csv", CARD + ".json", "/no"})
    void everyAnswerForbidsWhatItDoesNotNeed(String path) throws Exception {
        Response response = page.get(path);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(response.headers()).doesNotContainIgnoringCase("set-cookie").doesNotContainIgnoringCase("jetty");
        if (!path.startsWith("/catalog/")) {
            assertThat(response.header("Content-Security-Policy"))
                    .startsWith(
                            "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'");
        }
        assertThat(response.status()).isEqualTo(path.equals("/no") ? 404 : 200);
    }

    @Test
    void thePageHoldsNoScriptNoStyleAndNoAddressOfAnotherServer() throws Exception {
        assertThat(page.get("/").body())
                .doesNotContain("<script", "<style", " style=", "http://", "https://")
                .doesNotContainPattern("<[^>]+ on[a-z]+=");
    }

    @Test
    void downloadsAreFilesWithAName() throws Exception {
        assertThat(page.get(CARD + ".csv").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"edit-tool-outcome.csv\"");
        assertThat(page.get(CARD + ".csv").header("Content-Type")).startsWith("text/csv; charset=utf-8");
        assertThat(page.get(CARD + ".json").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"edit-tool-outcome.json\"");
        assertThat(page.get("/answers/../../etc/passwd.csv").status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void thePageIsRefusedUnderANameThatIsNotItsOwn() throws Exception {
        assertThat(page.send(request("GET", "evil.example")).status()).isEqualTo(421);
        assertThat(page.send(request("GET", "localhost.evil.example")).status()).isEqualTo(421);
        assertThat(page.send(request("GET", "127.0.0.1.evil.example:8788")).status())
                .isEqualTo(421);
        assertThat(page.send(request("GET", "evil.example")).body()).doesNotContain("edit tool");
        for (String own : List.of("localhost", "LOCALHOST:8788", "127.0.0.1", "[::1]:8788", "stats.pi.example")) {
            assertThat(page.send(request("GET", own)).status()).as(own).isEqualTo(200);
        }
    }

    @Test
    void thePageCanOnlyBeRead() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            Response response = page.send(request(method, "localhost"));
            assertThat(response.status()).as(method).isEqualTo(405);
            assertThat(response.header("Allow")).isEqualTo("GET, HEAD");
        }
        assertThat(page.send(request("HEAD", "localhost")).body()).isEmpty();
    }

    @Test
    void theCatalogIsServedBesideThePage() throws Exception {
        assertThat(page.get("/catalog/").body()).contains("Never collected", "edit-tool-outcome");
        assertThat(page.get("/catalog/catalog.json").body()).startsWith("{").contains("\"experiments\"");
        assertThat(page.get("/").body()).contains("href=\"/catalog/\"");
    }

    @Test
    void noAddressMakesTheServerFail() throws Exception {
        Random random = new Random(5);
        String letters = "abcW-04*%&=;+/?'\"<>2026 \u00e9";
        for (int i = 0; i < 300; i++) {
            StringBuilder query = new StringBuilder("/?version=");
            for (int length = random.nextInt(40); length > 0; length--) {
                query.append(letters.charAt(random.nextInt(letters.length())));
                if (random.nextInt(12) == 0) {
                    query.append(
                            List.of("&from=", "&to=", "&platform=", "&columns=").get(random.nextInt(4)));
                }
            }
            Response response = page.get(query.toString().replace(" ", "%20"));
            assertThat(response.status()).as(query.toString()).isLessThan(500);
            assertThat(response.body()).doesNotContain("Exception", "at dev.");
        }
    }

    @Test
    void aHigherThresholdHidesMoreOfWhatWasReleasedBefore() {
        Pages strict = page.under(new Threshold(200));
        JsonNode json = JsonMapper.shared()
                .readTree(strict.at(CARD + ".json", query("")).body());
        assertThat(json.path("threshold").asInt()).isEqualTo(200);
        assertThat(sum(json.path("events"))).isPositive();
        assertThat(json.path("fields").path(1).path("values").size()).isLessThan(3);
        assertThat(strict.at(CARD + ".json", query("0.62.0")).body()).doesNotContain("2026-W");
        assertThat(page.under(new Threshold(2_000)).at("/", query("")).body()).contains("Nothing to show yet");
    }

    private static PageQuery query(String version) {
        return PageQuery.of(name -> name.equals("version") ? version : null);
    }

    private static String request(String method, String host) {
        return method + " / HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    private static long sum(JsonNode numbers) {
        long sum = 0;
        for (JsonNode number : numbers) {
            sum += number.isNull() ? 0 : number.asLong();
        }
        return sum;
    }

    @Test
    void anEmptyPageSaysWhatToDo(@TempDir Path empty) throws Exception {
        try (ServedPage nothing = new ServedPage(empty, SampleCatalog.pi(), SamplePage.TODAY, Threshold.DEFAULT)) {
            assertThat(nothing.get("/").body())
                    .contains("Nothing to show yet", "once 30 reporters have sent something", "0 of 5 questions");
        }
    }

    @Test
    void aValueThatJoinsTheHiddenOnesIsNotCalledOneOfTooFewReporters(@TempDir Path small) throws Exception {
        try (ServedPage joined = new ServedPage(small, SampleCatalog.pi(), SamplePage.TODAY, Threshold.DEFAULT)) {
            SampleArrivals.outcomes(joined.store(), SamplePage.TODAY, "applied", 36);
            SampleArrivals.outcomes(joined.store(), SamplePage.TODAY, "no_match", 3);
            joined.publish(SamplePage.TODAY.plusWeeks(1));
            JsonNode outcome = JsonMapper.shared()
                    .readTree(joined.get(CARD + ".json").body())
                    .path("fields")
                    .path(1);
            assertThat(outcome.path("field").asString()).isEqualTo("outcome");
            assertThat(outcome.path("values")).isEmpty();
            assertThat(sum(outcome.path("hiddenEvents"))).isEqualTo(39);
            assertThat(joined.get("/").body())
                    .contains("values of too few reporters, if need be with the next smallest")
                    .doesNotContain("too few reporters sent");
        }
    }
}
