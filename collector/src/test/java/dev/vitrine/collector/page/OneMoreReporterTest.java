package dev.vitrine.collector.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.collector.query.Threshold;
import dev.vitrine.collector.store.EventCount;
import dev.vitrine.collector.store.NewBatch;
import dev.vitrine.collector.store.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks at the page before and after tell of those who came, or went, in between. */
class OneMoreReporterTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/?version=0.62.0",
            "/?platform=linux",
            "/answers/edit-tool-outcome.csv",
            "/answers/edit-tool-outcome.json");

    @TempDir
    Path folder;

    private ServedPage page;
    private int reporters;

    @BeforeEach
    void serve() throws Exception {
        page = new ServedPage(folder, SampleCatalog.pi(), SamplePage.TODAY, Threshold.DEFAULT);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void thePageIsTheSameForNobodyAndForOneLessThanEnough() throws Exception {
        List<String> nobody = everything();
        report(9, "applied");
        page.publish(SamplePage.TODAY);
        assertThat(everything()).isEqualTo(nobody);
        page.publish(SamplePage.TODAY.plusDays(9));
        assertThat(everything()).isEqualTo(nobody);
        report(1, "applied");
        page.publish(SamplePage.TODAY.plusDays(9));
        assertThat(everything()).isNotEqualTo(nobody);
    }

    @Test
    void whatIsShownStaysUntilEnoughNewReportersHaveCome() throws Exception {
        report(30, "applied");
        page.publish(SamplePage.TODAY);
        List<String> first = everything();
        assertThat(first.get(0)).contains("<code>applied</code>");
        for (int more = 1; more < 30; more++) {
            report(1, more % 2 == 0 ? "no_match" : "applied");
            page.publish(SamplePage.TODAY);
            assertThat(everything()).as("%d more", more).isEqualTo(first);
        }
        report(1, "no_match");
        page.publish(SamplePage.TODAY);
        assertThat(everything().get(0)).isNotEqualTo(first.get(0)).contains("<code>no_match</code>");
    }

    @Test
    void whoIsForgottenLeavesTheStoreAndMovesNoFigure() throws Exception {
        report(30, "applied");
        page.publish(SamplePage.TODAY);
        List<String> before = everything();
        assertThat(page.store().forget(person(7)).get()).isEqualTo(1);
        page.publish(SamplePage.TODAY.plusDays(9));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whoIsForgottenBeforeTheReleaseIsInNoFigure() throws Exception {
        report(31, "applied");
        assertThat(page.store().forget(person(7)).get()).isEqualTo(1);
        page.publish(SamplePage.TODAY);
        assertThat(page.get("/answers/edit-tool-outcome.csv").body()).contains("\"applied\",\"30\"");
    }

    @Test
    void whatCameLateIsReleasedOnceAWeek() throws Exception {
        report(12, "applied");
        page.publish(SamplePage.TODAY.plusDays(3));
        List<String> first = everything();
        report(12, "applied");
        page.publish(SamplePage.TODAY.plusDays(4));
        assertThat(everything()).isEqualTo(first);
        page.publish(SamplePage.TODAY.plusDays(10));
        assertThat(page.get("/answers/edit-tool-outcome.csv").body()).contains("\"applied\",\"24\"");
    }

    @Test
    void figuresGoWhenTheTimeOfTheirEventsIsOver() throws Exception {
        report(30, "applied");
        page.publish(SamplePage.TODAY);
        assertThat(everything().get(0)).contains("<code>applied</code>");
        page.publish(SamplePage.TODAY.plusDays(91));
        page.store().removeExpired().get();
        assertThat(everything().get(0)).doesNotContain("<code>applied</code>").contains("Nothing to show yet");
    }

    private void report(int count, String outcome) {
        for (int i = 0; i < count; i++) {
            reporters++;
            page.store()
                    .add(new NewBatch(
                            String.format("%032x", reporters),
                            person(reporters),
                            new Release("0.62.0", "linux", "x86_64"),
                            90,
                            List.of(new EventCount(
                                    "edit-tool-outcome",
                                    Math.toIntExact(SamplePage.TODAY.toEpochDay()),
                                    "{\"model\":\"gpt-5\",\"outcome\":\"" + outcome + "\",\"attempts\":1}",
                                    1))))
                    .join();
        }
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }

    private List<String> everything() throws IOException {
        List<String> bodies = new ArrayList<>();
        for (String path : PATHS) {
            bodies.add(page.get(path).body());
        }
        return bodies;
    }
}
