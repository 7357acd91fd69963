package dev.vitrine.collector.page;

import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.wording.FieldLine;
import dev.vitrine.collector.query.Answer;
import dev.vitrine.collector.query.Week;
import java.time.LocalDate;
import java.util.List;

/** One experiment's card, by the names that the template uses. */
record CardView(
        String id,
        String question,
        String owner,
        String expires,
        boolean expired,
        boolean answered,
        String events,
        String beforeFilter,
        String reporters,
        String weeks,
        List<String> waitsFor,
        List<PartView> parts,
        String csv,
        String json) {

    /** The fields that can be told in a few words, on top of the card. */
    List<PartView> inShort() {
        return parts.stream().filter(part -> !part.briefs().isEmpty()).toList();
    }

    /** Whether the event has fields. */
    boolean hasParts() {
        return !parts.isEmpty();
    }

    static CardView of(Answer answer, PageQuery query, LocalDate today) {
        Experiment experiment = answer.experiment();
        return new CardView(
                experiment.id(),
                DisplayText.of(experiment.question()),
                DisplayText.of(experiment.owner()),
                experiment.expires().toString(),
                experiment.expires().isBefore(today),
                !answer.isEmpty(),
                Wording.number(answer.events().total()),
                answer.events().total().equals(answer.beforeFilter()) ? "" : Wording.number(answer.beforeFilter()),
                Wording.number(answer.reporters().total()),
                weeks(answer.weeks()),
                FieldLine.of(experiment).stream()
                        .map(line -> DisplayText.of(line.path()))
                        .toList(),
                answer.isEmpty() ? List.of() : PartViews.of(answer, query.shares()),
                address(experiment, "csv", query),
                address(experiment, "json", query));
    }

    private static String address(Experiment experiment, String format, PageQuery query) {
        return "/answers/" + experiment.id() + '.' + format + query.address();
    }

    private static String weeks(List<Week> weeks) {
        if (weeks.isEmpty()) {
            return "";
        }
        Week first = weeks.get(0);
        Week last = weeks.get(weeks.size() - 1);
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
