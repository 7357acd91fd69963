package dev.vitrine.processor.check;

import dev.vitrine.catalog.BucketLabels;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.processor.declaration.ComponentDeclaration;
import dev.vitrine.processor.declaration.ComponentType;
import dev.vitrine.processor.declaration.ComponentType.WholeNumber;
import dev.vitrine.processor.declaration.Given;
import dev.vitrine.processor.declaration.Rule;
import dev.vitrine.processor.model.Binding;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what the annotations that close a set of values say. */
final class RuleCheck {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+@-]{0,63}");
    private static final String OTHER = "other";
    /** More in each of several fields would be more than a class file can hold. */
    private static final int MAX_VALUES = 1_024;

    private static final int MAX_SOURCE_SIZE = 65_536;

    private final Problems problems;
    private final Words words;

    RuleCheck(Problems problems) {
        this.problems = problems;
        this.words = new Words(problems);
    }

    /** What a field can hold, and what generated code must know of it. */
    record Closed(FieldType type, Binding binding) {}

    Closed range(Rule.RangeRule rule, ComponentDeclaration component, WholeNumber type) {
        long min = rule.min().value();
        long max = rule.max().value();
        if (min > max) {
            problems.report(Diagnostic.EMPTY_RANGE, rule.place(), min, max);
        } else if (min < type.smallest() || max > type.largest()) {
            problems.report(
                    Diagnostic.UNREACHABLE_RANGE,
                    rule.place(),
                    component.place().name(),
                    min,
                    max,
                    type.smallest(),
                    type.largest());
        }
        return new Closed(new FieldType.RangeType(min, max), new Binding.NoBinding());
    }

    Closed buckets(Rule.BucketsRule rule, ComponentDeclaration component, ComponentType type) {
        boolean isTimeSpan = type instanceof ComponentType.TimeSpan;
        boolean mayBeNaN = type instanceof ComponentType.FloatingNumber;
        List<Double> edges = rule.edges().value();
        ChronoUnit unit = ChronoUnit.valueOf(rule.unit().value());
        boolean areEdgesClear = checkEdges(rule.edges());
        if (rule.unit().explicit() && !isTimeSpan) {
            problems.report(
                    Diagnostic.UNIT_WITHOUT_DURATION,
                    rule.unit().place(),
                    component.place().name());
        } else if (BucketLabels.symbol(unit).isEmpty()) {
            problems.report(Diagnostic.UNKNOWN_UNIT, rule.unit().place(), unit.name());
            areEdgesClear = false;
        }
        List<String> labels =
                areEdgesClear ? labels(edges, isTimeSpan ? Optional.of(unit) : Optional.empty()) : List.of();
        if (areEdgesClear && type instanceof WholeNumber whole) {
            checkReachable(rule.edges(), labels, component, whole);
        }
        return new Closed(
                new FieldType.BucketsType(labels, mayBeNaN), new Binding.BucketsBinding(unit, edges, isTimeSpan));
    }

    /** Whether a whole number of the type falls into each interval; notes the first into which none does. */
    private void checkReachable(
            Given<List<Double>> edges, List<String> labels, ComponentDeclaration component, WholeNumber type) {
        double smallest = (double) type.smallest();
        for (int i = 0; i < labels.size(); i++) {
            double least = i == 0
                    ? smallest
                    : Math.max(smallest, Math.ceil(edges.value().get(i - 1)));
            boolean isLast = i == edges.value().size();
            if (least > (double) type.largest()
                    || (!isLast && least >= edges.value().get(i))) {
                problems.report(
                        Diagnostic.UNREACHABLE_BUCKET,
                        edges.place(),
                        component.place().name(),
                        labels.get(i),
                        type.smallest(),
                        type.largest());
                return;
            }
        }
    }

    private boolean checkEdges(Given<List<Double>> given) {
        List<Double> edges = given.value();
        if (edges.isEmpty()) {
            problems.report(Diagnostic.MALFORMED_EDGES, given.place(), "There are no edges");
            return false;
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!Double.isFinite(edges.get(i))) {
                problems.report(
                        Diagnostic.MALFORMED_EDGES, given.place(), "The edge " + edges.get(i) + " is not finite");
                return false;
            }
            if (i > 0 && !(edges.get(i - 1) < edges.get(i))) {
                problems.report(
                        Diagnostic.MALFORMED_EDGES,
                        given.place(),
                        "The edge " + edges.get(i) + " does not come after " + edges.get(i - 1));
                return false;
            }
        }
        return true;
    }

    Closed oneOf(Rule.OneOfRule rule, ComponentDeclaration component) {
        String name = component.place().name();
        if (rule.values().isEmpty() && rule.source().isEmpty()) {
            problems.report(Diagnostic.NO_VALUES, rule.place(), name);
        }
        if (!rule.values().isEmpty() && rule.source().isPresent()) {
            problems.report(Diagnostic.VALUES_AND_SOURCE, rule.place(), name);
        }
        if (rule.values().size() > MAX_VALUES) {
            problems.report(
                    Diagnostic.TOO_MANY_VALUES,
                    rule.place(),
                    name,
                    rule.values().size(),
                    MAX_VALUES);
        }
        int maxSize = rule.maxSize().value();
        boolean isMisplaced = rule.maxSize().explicit() && rule.source().isEmpty();
        if (maxSize < 1 || maxSize > MAX_SOURCE_SIZE || isMisplaced) {
            problems.report(
                    Diagnostic.MALFORMED_MAX_SIZE,
                    rule.maxSize().place(),
                    maxSize + (isMisplaced ? ", but there is no source" : ""));
        }
        checkValues(rule.values());
        return rule.source()
                .map(source -> sourced(source, maxSize))
                .orElseGet(() -> new Closed(
                        new FieldType.OneOfType(
                                rule.values().stream().map(Given::value).toList()),
                        new Binding.NoBinding()));
    }

    private void checkValues(List<Given<String>> values) {
        Set<String> known = new HashSet<>();
        for (Given<String> value : values) {
            if (!VALUE.matcher(value.value()).matches()) {
                problems.report(Diagnostic.MALFORMED_VALUE, value.place(), value.value());
            } else if (value.value().equals(OTHER)) {
                problems.report(Diagnostic.RESERVED_VALUE, value.place());
            } else if (!known.add(value.value())) {
                problems.report(Diagnostic.DUPLICATE_VALUE, value.place(), value.value());
            }
        }
    }

    private Closed sourced(Rule.SourceDeclaration source, int maxSize) {
        String name = source.type().name().canonicalName();
        UnnamedPackage.check(problems, source.type(), source.place());
        if (!source.isUsable()) {
            problems.report(Diagnostic.UNUSABLE_SOURCE, source.place(), name);
        }
        return new Closed(
                new FieldType.SourcedType(
                        source.type().binaryName(), words.description(name, source.description()), maxSize),
                new Binding.SourceBinding(source.type()));
    }

    private static List<String> labels(List<Double> edges, Optional<ChronoUnit> unit) {
        double[] numbers = edges.stream().mapToDouble(Double::doubleValue).toArray();
        return unit.map(known -> BucketLabels.of(numbers, known)).orElseGet(() -> BucketLabels.of(numbers));
    }
}
