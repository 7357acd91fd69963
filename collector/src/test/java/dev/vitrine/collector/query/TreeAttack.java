package dev.vitrine.collector.query;

import dev.vitrine.catalog.FieldType.EnumSetType;
import dev.vitrine.collector.query.Attack.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Linear algebra against one released tree. The unknowns are how many events there were of every payload that the catalog
 * allows, from every version, system and processor; every number in the tree is an equation. What can be derived from them
 * is tried for every set of values of every part, in every slice and in every slice of the tree.
 */
final class TreeAttack {
    private final Attack attack;
    private final List<Said> unknowns = new ArrayList<>();
    private final Map<Part, List<Value>> says = new LinkedHashMap<>();
    private final RowSpace equations;
    private final List<String> derivedOfTooFew = new ArrayList<>();
    private int derived;

    TreeAttack(Attack attack, Node tree) {
        this.attack = attack;
        for (String version : Said.VERSIONS) {
            for (String os : Said.SYSTEMS) {
                for (String arch : Said.PROCESSORS) {
                    Payloads.all().forEach(payload -> unknowns.add(new Said(new Slice(version, os, arch), payload)));
                }
            }
        }
        PayloadPart.of(Attack.EXPERIMENT.fields())
                .forEach(part -> says.put(
                        part.part(),
                        unknowns.stream()
                                .map(unknown -> says(part, JsonMapper.shared().readTree(unknown.payload())))
                                .toList()));
        equations = new RowSpace(unknowns.size());
        learn(tree, slice -> true);
        long all = tree.whole().events().value();
        attack(all, "all", slice -> true);
        eachNode(tree, slice -> true, (node, here) -> attack(all, node.slice().toString(), here));
        unknowns.stream().map(Said::slice).distinct().forEach(slice -> attack(all, slice + " alone", slice::equals));
    }

    List<String> derivedOfTooFew() {
        return derivedOfTooFew;
    }

    /** How many sets of values could be derived. */
    int derived() {
        return derived;
    }

    private interface Visitor {
        void visit(Node node, Predicate<Slice> here);
    }

    /** Visits the nodes in a tree; which slices one of several holds is known from its siblings. */
    private static void eachNode(Node tree, Predicate<Slice> around, Visitor visitor) {
        Set<String> named = new TreeSet<>();
        tree.children().forEach(child -> named.add(last(child.slice())));
        for (Node child : tree.children()) {
            String name = last(child.slice());
            Predicate<Slice> here = around.and(slice -> name.equals(Slice.SEVERAL)
                    ? !named.contains(tree.slice().next(slice))
                    : name.equals(tree.slice().next(slice)));
            visitor.visit(child, here);
            eachNode(child, here, visitor);
        }
    }

    private static String last(Slice slice) {
        return slice.arch().isEmpty() ? (slice.os().isEmpty() ? slice.version() : slice.os()) : slice.arch();
    }

    private void learn(Node tree, Predicate<Slice> all) {
        learnNode(tree, all);
        eachNode(tree, all, this::learnNode);
    }

    private void learnNode(Node node, Predicate<Slice> here) {
        equations.add(set(here, place -> true));
        node.parts().forEach((part, breakdown) -> {
            List<Value> values = says.get(part);
            breakdown
                    .shown()
                    .keySet()
                    .forEach(shown ->
                            equations.add(set(here, place -> values.get(place).equals(shown))));
            equations.add(set(here, place -> !breakdown.shown().containsKey(values.get(place))));
        });
    }

    private List<Boolean> set(Predicate<Slice> here, Predicate<Integer> which) {
        return IntStream.range(0, unknowns.size())
                .mapToObj(place -> here.test(unknowns.get(place).slice()) && which.test(place))
                .toList();
    }

    private void attack(long all, String where, Predicate<Slice> here) {
        says.forEach((part, said) -> {
            List<Value> values = List.copyOf(new TreeSet<>(said));
            for (int subset = 1; subset < 1 << values.size(); subset++) {
                int chosen = subset;
                Predicate<Value> in = value -> (chosen >> values.indexOf(value) & 1) == 1;
                if (equations.derives(set(here, place -> in.test(said.get(place))))) {
                    derived++;
                    int reporters = attack.reporters(attack.said(all).entrySet().stream()
                            .filter(entry -> here.test(entry.getValue().slice())
                                    && in.test(said.get(unknowns.indexOf(entry.getValue()))))
                            .mapToLong(Map.Entry::getKey)
                            .sum());
                    if (reporters != 0 && reporters < attack.threshold()) {
                        derivedOfTooFew.add(where + " " + part + " " + chosen);
                    }
                }
            }
        });
    }

    /** What a payload says in a part: read from the JSON by other means than those of the main code. */
    private static Value says(PayloadPart part, JsonNode payload) {
        String path = part.part().path();
        int dot = path.indexOf('.');
        JsonNode around = dot < 0 ? payload : payload.path(path.substring(0, dot));
        JsonNode node = around.path(path.substring(dot + 1));
        if (around.isMissingNode()) {
            return Value.RECORD_ABSENT;
        } else if (node.isMissingNode()) {
            return Value.ABSENT;
        } else if (part.field().type() instanceof EnumSetType) {
            return Value.said(
                    String.valueOf(node.toString().contains('"' + part.part().member() + '"')));
        }
        return node.isObject() ? Value.PRESENT : Value.said(node.asString());
    }
}
