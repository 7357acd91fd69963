package dev.vitrine.collector.query;

import dev.vitrine.catalog.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds up what was released. It knows nothing else: what waits cannot be asked for. Immutable, and safe for use by several
 * threads.
 */
public final class Answers {
    private final List<Released> released;

    private record Released(String experiment, Week week, Node root, int threshold) {
        /** A part of it; or of another, with the same threshold. */
        Released at(Node node) {
            return new Released(experiment, week, node, threshold);
        }
    }

    private Answers(List<Released> released) {
        this.released = List.copyOf(released);
    }

    /**
     * Answers from portions.
     *
     * @param portions what was released
     * @param threshold what applies now; of what was released under a lower one, only sums over all slices are left, or
     *     nothing
     */
    public static Answers of(List<Portion> portions, Threshold threshold) {
        return of(portions, threshold.reporters());
    }

    static Answers of(List<Portion> portions, int threshold) {
        List<Released> released = new ArrayList<>();
        for (Portion portion : portions) {
            if (!portion.groups().isEmpty()) {
                Node root = PortionForm.read(portion.groups(), portion.threshold());
                if (portion.threshold() >= threshold) {
                    released.add(new Released(portion.experiment(), portion.week(), root, portion.threshold()));
                } else if (root.whole().crowd().size() >= threshold) {
                    released.add(new Released(portion.experiment(), portion.week(), root.under(threshold), threshold));
                }
            }
        }
        return new Answers(released);
    }

    /** What filters can choose. */
    public Choices choices() {
        SortedSet<String> versions = new TreeSet<>(VersionOrder.INSTANCE);
        SortedSet<String> platforms = new TreeSet<>();
        SortedSet<Week> weeks = new TreeSet<>();
        for (Released one : released) {
            weeks.add(one.week());
            one.root().all().map(Node::slice).forEach(slice -> {
                versions.add(slice.version());
                platforms.add(slice.platform());
            });
        }
        versions.remove("");
        platforms.remove("");
        return new Choices(List.copyOf(versions), List.copyOf(platforms), List.copyOf(weeks));
    }

    /** What may be shown of an experiment. */
    public Answer answer(Experiment experiment, Filter filter) {
        List<Released> inTime = released.stream()
                .filter(one -> one.experiment().equals(experiment.id()) && filter.accepts(one.week()))
                .toList();
        List<Released> chosen = inTime.stream()
                .flatMap(one -> one.root()
                        .all()
                        .filter(node -> filter.accepts(node.slice()))
                        .map(one::at))
                .toList();
        List<Week> weeks = weeks(chosen);
        return new Answer(
                experiment,
                weeks,
                sum(chosen, weeks, one -> one.root().whole().events()),
                sum(inTime, weeks(inTime), one -> one.root().whole().events()).total(),
                sum(chosen, weeks, one -> one.root().reporters(one.threshold())),
                PayloadPart.of(experiment.fields()).stream()
                        .map(part -> part(part, chosen, weeks))
                        .toList());
    }

    private static List<Week> weeks(List<Released> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<Week> sorted = chosen.stream().map(Released::week).sorted().toList();
        Week last = sorted.get(sorted.size() - 1);
        return Stream.iterate(sorted.get(0), week -> week.compareTo(last) <= 0, Week::next)
                .toList();
    }

    private static PartAnswer part(PayloadPart part, List<Released> chosen, List<Week> weeks) {
        Function<Released, Breakdown> breakdown = one -> one.root().breakdown(part.part());
        SortedSet<Value> values = new TreeSet<>();
        chosen.forEach(one -> values.addAll(breakdown.apply(one).shown().keySet()));
        List<PartAnswer.Row> rows = new ArrayList<>();
        for (Value value : values) {
            rows.add(new PartAnswer.Row(
                    value,
                    sum(
                            chosen,
                            weeks,
                            one -> breakdown
                                    .apply(one)
                                    .shown()
                                    .getOrDefault(value, Group.NONE)
                                    .events())));
        }
        rows.sort(ValueOrder.of(part.field().type()));
        Figure different = chosen.stream()
                .map(one -> breakdown.apply(one).different())
                .max(Comparator.naturalOrder())
                .orElse(Figure.NONE);
        Series hidden = sum(chosen, weeks, one -> breakdown.apply(one).hidden().events());
        return new PartAnswer(part.part(), part.field(), rows, hidden, different);
    }

    private static Series sum(List<Released> chosen, List<Week> weeks, Function<Released, Figure> what) {
        Map<Week, Figure> byWeek = new TreeMap<>();
        chosen.forEach(one -> byWeek.merge(one.week(), what.apply(one), Figure::plus));
        List<Figure> figures = weeks.stream()
                .map(week -> byWeek.getOrDefault(week, Figure.NONE))
                .toList();
        return new Series(figures.stream().reduce(Figure.NONE, Figure::plus), figures);
    }
}
