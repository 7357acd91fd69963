package dev.vitrine.collector.page;

import dev.vitrine.catalog.Constant;
import dev.vitrine.catalog.DisplayText;
import dev.vitrine.catalog.Field;
import dev.vitrine.catalog.wording.FieldKind;
import dev.vitrine.catalog.wording.FieldLine;
import dev.vitrine.collector.query.Answer;
import dev.vitrine.collector.query.Figure;
import dev.vitrine.collector.query.PartAnswer;
import dev.vitrine.collector.query.Series;
import dev.vitrine.collector.query.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the views of an answer's fields. */
final class PartViews {
    private static final int ROWS = 8;
    private static final int BRIEF = 3;
    private static final double MUCH = 0.05;

    private final Answer answer;
    private final Figure all;
    private final boolean shares;

    private PartViews(Answer answer, boolean shares) {
        this.answer = answer;
        this.all = answer.events().total();
        this.shares = shares;
    }

    /** A view for each field; the constants of a set are lines of one. */
    static List<PartView> of(Answer answer, boolean shares) {
        PartViews views = new PartViews(answer, shares);
        Map<String, List<PartAnswer>> sets = new LinkedHashMap<>();
        List<PartView> made = new ArrayList<>();
        for (PartAnswer part : answer.parts()) {
            if (part.part().member().isEmpty()) {
                made.add(views.single(part));
            } else {
                List<PartAnswer> set = sets.computeIfAbsent(part.part().path(), path -> new ArrayList<>());
                set.add(part);
                if (set.size() == views.members(part)) {
                    made.add(views.set(set));
                }
            }
        }
        return List.copyOf(made);
    }

    private long members(PartAnswer one) {
        return answer.parts().stream()
                .filter(part -> part.part().path().equals(one.part().path())
                        && !part.part().member().isEmpty())
                .count();
    }

    private PartView single(PartAnswer part) {
        Palette palette = new Palette(part.field().type(), part.rows().size());
        List<PartView.Row> lines = new ArrayList<>();
        List<ChartView.Layer> layers = new ArrayList<>();
        for (int place = 0; place < part.rows().size(); place++) {
            PartAnswer.Row row = part.rows().get(place);
            String colour = palette.colour(row.value(), place);
            lines.add(
                    line(colour, row.value(), meaning(part.field(), row.value().text()), row.events()));
            layers.add(new ChartView.Layer(label(row.value()), colour, row.events()));
        }
        if (!part.hidden().total().isNone()) {
            lines.add(hidden("hidden", part.hidden()));
            layers.add(new ChartView.Layer("hidden", Palette.HIDDEN, part.hidden()));
        }
        String path = DisplayText.of(part.part().path());
        ChartView chart = answer.weeks().size() > 1
                ? ChartView.of(path + " by week", answer.weeks(), answer.events(), layers, shares)
                : null;
        return view(part, "Value", lines, chart, notes(part), briefs(part));
    }

    private PartView set(List<PartAnswer> members) {
        List<PartView.Row> lines = new ArrayList<>();
        List<PartAnswer.Row> holding = new ArrayList<>();
        for (PartAnswer member : members) {
            String constant = member.part().member();
            Value value = new Value(Value.Kind.SAID, constant);
            Series with = member.rows().stream()
                    .filter(row -> row.value().text().equals("true"))
                    .map(PartAnswer.Row::events)
                    .findFirst()
                    .orElse(null);
            if (with != null) {
                lines.add(line("colour1", value, meaning(member.field(), constant), with));
                holding.add(new PartAnswer.Row(value, with));
            } else if (!member.hidden().total().isNone()) {
                lines.add(new PartView.Row(
                        Palette.HIDDEN,
                        true,
                        DisplayText.of(constant),
                        "too few have it, or too few have it not",
                        "hidden",
                        "",
                        "0"));
            } else {
                lines.add(line("colour1", value, meaning(member.field(), constant), null));
            }
        }
        List<String> notes = List.of("An event can hold several of these, or none: the shares do not add up to 100 %.");
        return view(members.get(0), "Held by the event", lines, null, notes, briefs(holding));
    }

    private PartView view(
            PartAnswer part,
            String column,
            List<PartView.Row> lines,
            @Nullable ChartView chart,
            List<String> notes,
            List<PartView.Brief> briefs) {
        String path = DisplayText.of(part.part().path());
        boolean folded = lines.size() > ROWS + 1;
        return new PartView(
                answer.experiment().id() + '.' + path,
                path,
                DisplayText.of(part.field().description()),
                FieldKind.of(part.field().type()).label(),
                column,
                folded ? List.copyOf(lines.subList(0, ROWS)) : List.copyOf(lines),
                folded ? List.copyOf(lines.subList(ROWS, lines.size())) : List.of(),
                chart,
                notes,
                briefs);
    }

    private PartView.Row line(String colour, Value value, String meaning, @Nullable Series events) {
        Figure total = events == null ? Figure.NONE : events.total();
        return new PartView.Row(
                colour,
                value.kind() == Value.Kind.SAID,
                label(value),
                meaning,
                Wording.number(total),
                Wording.share(total, all),
                length(total));
    }

    private PartView.Row hidden(String label, Series events) {
        return new PartView.Row(
                Palette.HIDDEN,
                false,
                label,
                "values of too few reporters, if need be with the next smallest, so that none can be had by subtraction",
                Wording.number(events.total()),
                Wording.share(events.total(), all),
                length(events.total()));
    }

    private String length(Figure part) {
        return String.format(Locale.ROOT, "%.1f", 100 * part.shareOf(all));
    }

    private static String label(Value value) {
        return DisplayText.of(Wording.value(value));
    }

    private static String meaning(Field field, String value) {
        return FieldLine.of(field).values().stream()
                .filter(constant -> constant.value().equals(value))
                .map(Constant::description)
                .map(DisplayText::of)
                .findFirst()
                .orElse("");
    }

    private List<String> notes(PartAnswer part) {
        List<String> notes = new ArrayList<>();
        if (!part.different().isNone()) {
            notes.add("At least " + Wording.number(part.different())
                    + " different codes. Which they are is not shown to anybody.");
        }
        if (FieldKind.of(part.field().type()) == FieldKind.KNOWN_NAME
                || FieldKind.of(part.field().type()) == FieldKind.LISTED_NAME) {
            part.rows().stream()
                    .filter(row -> row.value().text().equals("other"))
                    .forEach(
                            row -> notes.add(
                                    Wording.share(row.events().total(), all)
                                            + " say other: a name that the application's list lacks. If that grows, the list is out of date."));
        }
        return notes;
    }

    /** The most frequent values with their shares, and what is hidden if that is much: then the shares are lower bounds. */
    private List<PartView.Brief> briefs(PartAnswer part) {
        List<PartView.Brief> briefs = new ArrayList<>(briefs(part.rows()));
        Figure hidden = part.hidden().total();
        if (hidden.shareOf(all) >= MUCH) {
            briefs.add(new PartView.Brief("hidden", Wording.share(hidden, all)));
        }
        return briefs;
    }

    private List<PartView.Brief> briefs(List<PartAnswer.Row> rows) {
        return rows.stream()
                .filter(row -> row.value().kind() == Value.Kind.SAID)
                .sorted(Comparator.comparing(
                                (PartAnswer.Row row) -> row.events().total())
                        .reversed())
                .limit(BRIEF)
                .map(row -> new PartView.Brief(
                        label(row.value()), Wording.share(row.events().total(), all)))
                .toList();
    }
}
