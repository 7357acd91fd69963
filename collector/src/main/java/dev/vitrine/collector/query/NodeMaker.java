package dev.vitrine.collector.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Makes the tree of a portion: all events, and in it the versions, the systems, the processors.
 *
 * <p>The further down, the fewer reporters, and the less is shown. What is hidden there is chosen so that it cannot be had
 * from what is shown above: the sum over the slices is the figure of the whole, value by value, so a {@link Block} of slices
 * and values is hidden and never a single cell.
 */
final class NodeMaker {
    private final List<PayloadPart> parts;
    private final int threshold;

    NodeMaker(List<PayloadPart> parts, int threshold) {
        this.parts = parts;
        this.threshold = threshold;
    }

    /**
     * The tree.
     *
     * @param events all events, of at least k reporters
     */
    Node tree(List<Event> events) {
        SortedMap<Part, Breakdown> breakdowns = new TreeMap<>();
        for (int place = 0; place < parts.size(); place++) {
            if (isThere(place, breakdowns)) {
                breakdowns.put(parts.get(place).part(), breakdown(place, events));
            }
        }
        return node(new Branch(Slice.ALL, events), breakdowns);
    }

    /** Some events of one slice. */
    private record Branch(Slice slice, List<Event> events) {}

    private Node node(Branch branch, SortedMap<Part, Breakdown> breakdowns) {
        List<Branch> branches = split(branch);
        List<SortedMap<Part, Breakdown>> below = new ArrayList<>();
        branches.forEach(one -> below.add(new TreeMap<>()));
        for (int place = 0; place < parts.size() && !branches.isEmpty(); place++) {
            Breakdown here = breakdowns.get(parts.get(place).part());
            if (here != null && below.stream().allMatch(isThereWhole(place))) {
                divide(place, here, branches, below);
            }
        }
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            children.add(node(branches.get(i), below.get(i)));
        }
        return new Node(branch.slice(), Group.of(Tally.of(branch.events()), threshold), breakdowns, children);
    }

    /** The slices of a branch that are large enough to be told apart, and what is left of it as another; none if there is but that. */
    private List<Branch> split(Branch branch) {
        int enough = Threshold.enoughForSlice(threshold);
        Tally all = Tally.of(branch.events());
        if (branch.slice().isFinest() || all.crowd().size() < enough) {
            return List.of();
        }
        Map<Value, Tally> sizes = Tally.by(event -> Value.said(branch.slice().next(event.slice())), branch.events());
        Breakdown slices = Breakdown.of(sizes, all, enough);
        Map<String, List<Event>> events = new TreeMap<>();
        for (Event event : branch.events()) {
            String name = branch.slice().next(event.slice());
            boolean apart = slices.shown().containsKey(Value.said(name));
            events.computeIfAbsent(apart ? name : Slice.SEVERAL, key -> new ArrayList<>())
                    .add(event);
        }
        List<Branch> branches = new ArrayList<>();
        if (!slices.shown().isEmpty()) {
            events.forEach(
                    (name, some) -> branches.add(new Branch(branch.slice().inside(name), some)));
        }
        return branches;
    }

    private Breakdown breakdown(int place, List<Event> events) {
        List<Event> inside = events.stream()
                .filter(event -> !event.values().get(place).equals(Value.RECORD_ABSENT))
                .toList();
        Map<Value, Tally> values = Tally.by(event -> event.values().get(place), inside);
        Breakdown breakdown = Breakdown.of(values, Tally.of(inside), threshold)
                .withoutRecord(Group.of(withoutRecord(place, events), threshold));
        return withDifferent(place, breakdown, events);
    }

    private static Tally withoutRecord(int place, List<Event> events) {
        return Tally.of(events.stream()
                .filter(event -> event.values().get(place).equals(Value.RECORD_ABSENT))
                .toList());
    }

    /** Breaks a part down in each branch, as far as can be shown beside the breakdown of all of them. */
    private void divide(int place, Breakdown here, List<Branch> branches, List<SortedMap<Part, Breakdown>> below) {
        List<Value> rows = here.shown().keySet().stream()
                .filter(value -> !value.equals(Value.RECORD_ABSENT))
                .toList();
        Tally[][] table = new Tally[rows.size() + 1][branches.size()];
        for (int column = 0; column < branches.size(); column++) {
            Map<Value, Tally> values = Tally.by(
                    event -> event.values().get(place), branches.get(column).events());
            Tally others = Tally.NOTHING;
            for (Map.Entry<Value, Tally> entry : values.entrySet()) {
                if (!here.shown().containsKey(entry.getKey())) {
                    others = others.with(entry.getValue());
                }
            }
            for (int row = 0; row < rows.size(); row++) {
                table[row][column] = values.getOrDefault(rows.get(row), Tally.NOTHING);
            }
            table[rows.size()][column] = others;
        }
        Block block = Block.in(table, threshold);
        for (int column = 0; column < branches.size(); column++) {
            TreeMap<Value, Group> shown = new TreeMap<>();
            Tally hidden = table[rows.size()][column];
            for (int row = 0; row < rows.size(); row++) {
                Tally cell = table[row][column];
                if (block.hides(row, column)) {
                    hidden = hidden.with(cell);
                } else if (!cell.isEmpty()) {
                    shown.put(rows.get(row), Group.of(cell, threshold));
                }
            }
            List<Event> events = branches.get(column).events();
            Breakdown breakdown = new Breakdown(shown, Group.of(hidden, threshold), Figure.NONE)
                    .withoutRecord(Group.of(withoutRecord(place, events), threshold));
            below.get(column).put(parts.get(place).part(), withDifferent(place, breakdown, events));
        }
    }

    /** Whether it is shown that there is what a part is in. */
    private boolean isThere(int place, SortedMap<Part, Breakdown> breakdowns) {
        int around = parts.get(place).around();
        if (around < 0) {
            return true;
        }
        Breakdown presence = breakdowns.get(parts.get(around).part());
        return presence != null && presence.shown().containsKey(Value.PRESENT);
    }

    /** Whether it is shown, of everything, whether there is what a part is in. */
    private Predicate<SortedMap<Part, Breakdown>> isThereWhole(int place) {
        int around = parts.get(place).around();
        return breakdowns -> {
            Breakdown presence =
                    around < 0 ? null : breakdowns.get(parts.get(around).part());
            return around < 0 || (presence != null && presence.hidden().events().isNone());
        };
    }

    private Breakdown withDifferent(int place, Breakdown breakdown, List<Event> events) {
        PayloadPart part = parts.get(place);
        if (!part.isPseudonym() || !breakdown.shown().containsKey(Value.PRESENT)) {
            return breakdown;
        }
        Set<String> different = new HashSet<>();
        for (Event event : events) {
            if (event.values().get(place).equals(Value.PRESENT)) {
                different.add(part.text(event.payload()));
            }
        }
        return breakdown.withDifferent(different.size(), threshold);
    }
}
