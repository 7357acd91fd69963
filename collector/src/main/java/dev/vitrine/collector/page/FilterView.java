package dev.vitrine.collector.page;

import dev.vitrine.collector.query.Choices;
import dev.vitrine.collector.query.Week;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The form of the filter, by the names that the template uses. */
record FilterView(
        List<Option> versions,
        List<Option> platforms,
        List<Option> from,
        List<Option> to,
        boolean shares,
        boolean active) {

    /**
     * One thing to choose.
     *
     * @param value as in the address
     * @param label in words
     * @param selected whether it is chosen
     */
    record Option(String value, String label, boolean selected) {}

    static FilterView of(Choices choices, PageQuery query) {
        List<String> newestFirst = new ArrayList<>(choices.versions());
        Collections.reverse(newestFirst);
        List<String> platforms = choices.platforms().stream()
                .filter(platform -> !platform.startsWith("*/"))
                .toList();
        List<String> weeks = choices.weeks().stream().map(Week::toString).toList();
        return new FilterView(
                options("All versions", newestFirst, query.filter().version(), Wording::version),
                options("All platforms", platforms, query.filter().platform(), Wording::platform),
                options("The first week", weeks, PageQuery.text(query.filter().from()), FilterView::week),
                options("The last week", weeks, PageQuery.text(query.filter().to()), FilterView::week),
                query.shares(),
                !query.address().isEmpty());
    }

    private static List<Option> options(String all, List<String> values, String chosen, UnaryOperator<String> label) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", all, chosen.isEmpty()));
        values.forEach(value -> options.add(new Option(value, label.apply(value), value.equals(chosen))));
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            options.add(new Option(chosen, chosen + " (nothing to show)", true));
        }
        return List.copyOf(options);
    }

    private static String week(String week) {
        return Week.parse(week)
                .map(known -> week + " (from " + known.monday() + ")")
                .orElse(week);
    }
}
