package dev.vitrine.processor.check;

import dev.vitrine.catalog.Bits;
import dev.vitrine.catalog.FieldType;
import dev.vitrine.processor.model.ExperimentModel;
import dev.vitrine.processor.model.MethodNames;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Checks experiments against each other: all that one of them alone cannot get wrong. */
public final class CatalogCheck {
    private static final Set<String> METHODS_OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Problems problems;

    /** Notes what is wrong in {@code problems}. */
    public CatalogCheck(Problems problems) {
        this.problems = problems;
    }

    /** Notes ids and event names that are not unique. */
    public void checkNames(List<ExperimentModel> experiments) {
        checkUnique(
                experiments,
                Diagnostic.DUPLICATE_ID,
                experiment -> experiment.entry().id());
        Set<ExperimentModel> sameId =
                experiments.stream()
                        .collect(Collectors.groupingBy(
                                experiment -> experiment.entry().id()))
                        .values()
                        .stream()
                        .flatMap(group -> group.stream().skip(1))
                        .collect(Collectors.toSet());
        // Two of one id have, as a rule, one event name too: that is one mistake, not two.
        List<ExperimentModel> others = experiments.stream()
                .filter(experiment -> !sameId.contains(experiment))
                .toList();
        checkUnique(
                others,
                Diagnostic.DUPLICATE_EVENT,
                experiment -> experiment.entry().event());
    }

    /** Notes methods of the facade in {@code packageName} that cannot be, or that would stand for two experiments. */
    public void checkMethods(List<ExperimentModel> experiments, String packageName) {
        List<ExperimentModel> visible = experiments.stream()
                .filter(experiment -> experiment.isVisibleFrom(packageName))
                .toList();
        for (ExperimentModel experiment : visible) {
            String method = MethodNames.of(experiment);
            if (SourceVersion.isKeyword(method) || METHODS_OF_OBJECT.contains(method)) {
                problems.report(
                        Diagnostic.METHOD_NAME,
                        experiment.place(),
                        experiment.place().name(),
                        method);
            }
        }
        checkUnique(visible, Diagnostic.DUPLICATE_METHOD, MethodNames::of);
    }

    /** Notes experiments that tell more than {@code maxBits}. */
    public void checkBits(List<ExperimentModel> experiments, int maxBits) {
        for (ExperimentModel experiment : experiments) {
            BigDecimal bits = Bits.of(experiment.entry()).closed();
            if (bits.compareTo(BigDecimal.valueOf(maxBits)) > 0) {
                problems.report(
                        Diagnostic.TOO_MANY_BITS,
                        experiment.place(),
                        experiment.place().name(),
                        bits,
                        maxBits,
                        arithmetic(experiment));
            }
        }
    }

    private static String arithmetic(ExperimentModel experiment) {
        return experiment.entry().fields().stream()
                .filter(field -> !(field.type() instanceof FieldType.ReleaseVersionType
                        || field.type() instanceof FieldType.PseudonymType))
                .map(field -> field.name() + " " + Bits.of(field).closed())
                .collect(Collectors.joining(" + ", "", ", each rounded up to a tenth"));
    }

    private void checkUnique(
            List<ExperimentModel> experiments, Diagnostic diagnostic, Function<ExperimentModel, String> name) {
        Map<String, ExperimentModel> known = new HashMap<>();
        for (ExperimentModel experiment : experiments) {
            ExperimentModel other = known.putIfAbsent(name.apply(experiment), experiment);
            if (other != null) {
                problems.report(
                        diagnostic,
                        diagnostic == Diagnostic.DUPLICATE_ID ? experiment.idPlace() : experiment.place(),
                        name.apply(experiment),
                        place(other),
                        place(experiment));
            }
        }
    }

    /** The record, and the module that it comes from. */
    private static String place(ExperimentModel experiment) {
        String module = experiment.entry().module();
        return experiment.entry().type() + (module.isEmpty() ? "" : " (" + module + ")");
    }
}
