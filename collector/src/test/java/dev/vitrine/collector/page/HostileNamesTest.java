package dev.vitrine.collector.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.HostileText;
import dev.vitrine.collector.query.Answers;
import dev.vitrine.collector.query.Publisher;
import dev.vitrine.collector.query.Slice;
import dev.vitrine.collector.query.Threshold;
import dev.vitrine.collector.query.WaitingRoom;
import dev.vitrine.collector.query.Week;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Names that try to be more than names: in the catalog, in payloads and in releases, even past the intake. */
class HostileNamesTest {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");
    private static final Pattern FORMULA = Pattern.compile("(^|,)\"[=+@\\-\\t\\r\\n]");

    private static final InstantSource CLOCK =
            InstantSource.fixed(SamplePage.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC));

    @Test
    void hostileWordsAddNoElementAndNoFormula() throws IOException {
        List<String> samples = new ArrayList<>(HostileText.samples());
        samples.addAll(List.of("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\",=1,\""));
        long harmless = 0;
        for (int i = -1; i < samples.size(); i++) {
            String text = i < 0 ? "harmless" : samples.get(i);
            Pages pages = pages(text);
            String html = body(pages, "/");
            long tags = TAG.matcher(html).results().count();
            harmless = i < 0 ? tags : harmless;
            assertThat(tags).as(text).isEqualTo(harmless).isGreaterThan(100);
            String csv = body(pages, "/answers/hostile.csv");
            assertThat(FORMULA.matcher(csv).find()).as(csv).isFalse();
            assertThat(csv).contains("\"all events\"");
            assertThat(JsonMapper.shared()
                            .readTree(body(pages, "/answers/hostile.json"))
                            .toString())
                    .contains(JsonMapper.shared().writeValueAsString(text));
        }
    }

    private static String body(Pages pages, String path) {
        return pages.at(path, PageQuery.of(name -> null)).body();
    }

    private static Pages pages(String text) throws IOException {
        Catalog catalog = HostileText.catalog(text);
        Map<String, Experiment> experiments =
                catalog.experiments().stream().collect(Collectors.toMap(Experiment::id, experiment -> experiment));
        String quoted = JsonMapper.shared().writeValueAsString(text);
        WaitingRoom room = new WaitingRoom("hostile");
        for (int i = 0; i < 64; i++) {
            room.add(
                    Week.of(SamplePage.TODAY),
                    new Slice(text, i % 2 == 0 ? "linux" : text, "x86_64"),
                    "{\"choice\":" + quoted + ",\"choices\":[" + quoted + "],\"known\":" + quoted + "}",
                    1 + i,
                    1);
        }
        new Publisher(room, experiments, Threshold.DEFAULT, CLOCK).publishDue();
        Answers answers = Answers.of(room.portions(), Threshold.DEFAULT);
        return new Pages(catalog, experiments, () -> answers, Threshold.DEFAULT, CLOCK);
    }
}
