package dev.vitrine.collector.page;

import dev.vitrine.catalog.Application;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.collector.query.Threshold;
import java.util.List;

/** The whole page, by the names that the template uses. */
record PageView(
        String application,
        String controller,
        int threshold,
        int early,
        int slice,
        FilterView filter,
        List<CardView> cards) {

    static PageView of(Application application, Threshold threshold, FilterView filter, List<CardView> cards) {
        return new PageView(
                DisplayText.of(application.name()),
                DisplayText.of(application.controller()),
                threshold.reporters(),
                threshold.duringTheWeek(),
                threshold.enoughForSlice(),
                filter,
                cards);
    }

    /** Whether nothing at all is shown, and nothing was chosen that could be the reason. */
    boolean blank() {
        return !filter.active() && cards.stream().noneMatch(CardView::answered);
    }

    /** How many experiments are answered, in words. */
    String summary() {
        long answered = cards.stream().filter(CardView::answered).count();
        return answered + " of " + cards.size() + (cards.size() == 1 ? " question has" : " questions have")
                + " an answer" + (filter.active() ? " for this choice." : " so far.");
    }
}
