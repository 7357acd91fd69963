package dev.vitrine.collector.page;

import dev.vitrine.catalog.SampleCatalog;
import dev.vitrine.collector.query.Threshold;
import java.nio.file.Path;
import java.time.LocalDate;

/** A page with eight weeks of the sample application's events. */
final class SamplePage {
    /** A Saturday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final int WEEKS = 8;
    private static final int BATCHES = 420;

    private SamplePage() {}

    static ServedPage served(Path folder) throws Exception {
        ServedPage page = new ServedPage(folder, SampleCatalog.pi(), TODAY, Threshold.DEFAULT);
        SampleArrivals arrivals = new SampleArrivals(page.store());
        for (int age = WEEKS - 1; age >= 0; age--) {
            LocalDate monday = MONDAY.minusWeeks(age);
            arrivals.week(monday, age, BATCHES - 30 * age, age == 0 ? 6 : 7);
            page.publish(age == 0 ? TODAY : monday.plusWeeks(1));
        }
        return page;
    }
}
