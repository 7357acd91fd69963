package dev.vitrine.collector.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.page.CatalogPage;
import dev.vitrine.collector.query.Answer;
import dev.vitrine.collector.query.Answers;
import dev.vitrine.collector.query.Threshold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The pages there are, by their paths. Safe for use by several threads. */
public final class Pages {
    private static final String DOWNLOADS = "/answers/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String STYLE = resource("style.css");

    private final Catalog catalog;
    private final SortedMap<String, Experiment> experiments;
    private final Supplier<Answers> answers;
    private final Threshold threshold;
    private final InstantSource clock;
    private final String catalogPage;

    /**
     * Makes the pages.
     *
     * @param catalog the newest catalog, which is served beside the answers
     * @param experiments the experiments of all releases in use, by id
     * @param answers what may be shown now
     * @param threshold k
     * @param clock tells which experiments are over
     */
    public Pages(
            Catalog catalog,
            Map<String, Experiment> experiments,
            Supplier<Answers> answers,
            Threshold threshold,
            InstantSource clock) {
        this.catalog = catalog;
        this.experiments = new TreeMap<>(experiments);
        this.answers = answers;
        this.threshold = threshold;
        this.clock = clock;
        this.catalogPage = new String(CatalogPage.write(catalog, Map.of()), UTF_8);
    }

    Page at(String path, PageQuery query) {
        if (path.startsWith(DOWNLOADS)) {
            return download(path.substring(DOWNLOADS.length()), query);
        }
        return switch (path) {
            case "/" -> Page.of(HTML, answersPage(query));
            case "/style.css" -> Page.of("text/css; charset=utf-8", STYLE);
            case "/catalog/" -> Page.withOwnPolicy(HTML, catalogPage);
            case "/catalog/catalog.json" -> Page.of(JSON, new String(CatalogJsonWriter.write(catalog), UTF_8));
            default -> notFound();
        };
    }

    private String answersPage(PageQuery query) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Answers now = answers.get();
        List<CardView> cards = experiments.values().stream()
                .map(experiment -> CardView.of(now.answer(experiment, query.filter()), query, today))
                .toList();
        return AnswersPage.write(
                PageView.of(catalog.application(), threshold, FilterView.of(now.choices(), query), cards));
    }

    private Page download(String file, PageQuery query) {
        int dot = file.lastIndexOf('.');
        Experiment experiment = dot < 0 ? null : experiments.get(file.substring(0, dot));
        if (experiment == null) {
            return notFound();
        }
        Answer answer = answers.get().answer(experiment, query.filter());
        return switch (file.substring(dot)) {
            case ".csv" -> Page.download("text/csv; charset=utf-8; header=present", file, CsvDownload.write(answer));
            case ".json" -> Page.download(JSON, file, JsonDownload.write(answer, threshold));
            default -> notFound();
        };
    }

    private static Page notFound() {
        return Page.error(404, "There is no such page. The answers are at /, the catalog is at /catalog/.");
    }

    private static String resource(String name) {
        try (InputStream resource = Pages.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the collector's jar was cut: it lacks " + name);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read", unreadable);
        }
    }
}
