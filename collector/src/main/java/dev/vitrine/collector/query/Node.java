package dev.vitrine.collector.query;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Events of one slice, broken down by each part of their payload for itself, and by the slices in it.
 *
 * @param slice where they come from
 * @param whole all of them
 * @param parts the breakdowns; each has the same sum. A part that has none is one of which nothing can be shown
 * @param children the slices in it, which together are this; none when they cannot be told apart
 */
record Node(Slice slice, Group whole, SortedMap<Part, Breakdown> parts, List<Node> children) {
    Node {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        children = List.copyOf(children);
    }

    /** What may be shown of a part. */
    Breakdown breakdown(Part part) {
        Breakdown breakdown = parts.get(part);
        return breakdown == null ? Breakdown.closed(whole) : breakdown;
    }

    /** This node and all in it. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /**
     * How many reporters stand behind it at most: a multiple of k, so that the numbers of slices that have reporters in
     * common cannot be subtracted to tell how many those are.
     */
    Figure reporters(int threshold) {
        long size = whole.crowd().size();
        return Figure.of((size + threshold - 1) / threshold * threshold, whole.crowd(), threshold);
    }

    /** The same for a threshold that was raised: as a whole, since no slice was made for it. */
    Node under(int threshold) {
        TreeMap<Part, Breakdown> coarser = new TreeMap<>();
        parts.forEach((part, breakdown) -> coarser.put(part, breakdown.coarsened(whole, threshold)));
        return new Node(slice, whole, coarser, List.of());
    }
}
