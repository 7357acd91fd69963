package dev.vitrine.compiled.inspection;

import dev.vitrine.compiled.AnnotatedTypes;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledExperiment;
import dev.vitrine.compiled.CompiledModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the compiler plug-in ran at all. Since JDK 23 the compiler ignores processors that it finds on the class path,
 * without a word, and an application without a catalog would look like one that collects nothing.
 */
final class ProcessorCheck {
    private static final String CURE = "Name dev.vitrine:vitrine-processor in the compiler's annotationProcessorPaths"
            + " (--processor-path of javac), and compile from clean: since JDK 23 processors on the class path are ignored.";

    /** The binary name of a local class, or of one within: a number stands before its own name. */
    private static final Pattern IN_A_METHOD = Pattern.compile("\\$\\d+[^$\\d]");

    private static final String IN_A_METHOD_CURE =
            ": it stands in a method, where no compiler shows it to a processor; move it out";

    private final InspectionRules rules;

    ProcessorCheck(InspectionRules rules) {
        this.rules = rules;
    }

    List<Finding> check(CompiledModule module) throws IOException {
        AnnotatedTypes annotated = AnnotatedTypes.read(module.root());
        List<Finding> findings = new ArrayList<>(unseen(module, annotated));
        findings.addAll(leftBehind(module, annotated));
        return findings;
    }

    private List<Finding> unseen(CompiledModule module, AnnotatedTypes annotated) {
        List<String> without = new ArrayList<>();
        Set<String> fragments = new HashSet<>();
        module.fragments().stream().map(CompiledExperiment::type).forEach(fragments::add);
        annotated.experiments().stream()
                .filter(type -> !fragments.contains(type))
                .map(type -> type + " has @Experiment and no fragment"
                        + (IN_A_METHOD.matcher(type).find() ? IN_A_METHOD_CURE : ""))
                .forEach(without::add);
        Set<String> catalogs = new HashSet<>();
        module.catalogs().stream().map(CompiledCatalog::application).forEach(catalogs::add);
        annotated.applications().stream()
                .filter(application -> !catalogs.contains(application.name()))
                .map(application -> application.type() + " has @AnalyticsApplication and no catalog")
                .forEach(without::add);
        if (without.isEmpty()) {
            return List.of();
        }
        String problem = "Vitrine's compiler plug-in did not see all of "
                + rules.shown(module.root().location()) + ", so the catalog does not tell what these classes collect.";
        return List.of(Finding.of(FindingCode.VITRINE_PROCESSOR_DID_NOT_RUN, problem, without, CURE));
    }

    private List<Finding> leftBehind(CompiledModule module, AnnotatedTypes annotated) {
        Set<String> applications = new HashSet<>();
        annotated.applications().forEach(application -> applications.add(application.name()));
        // Tools that shrink a jar may take the annotations away, and leave the catalog.
        return module.root().isJar()
                ? List.of()
                : module.catalogs().stream()
                        .filter(catalog -> !applications.contains(catalog.application()))
                        .map(this::orphan)
                        .toList();
    }

    private Finding orphan(CompiledCatalog catalog) {
        String problem = "The compiled catalog of '" + catalog.application()
                + "' was left behind: no class here has @AnalyticsApplication(name = \"" + catalog.application()
                + "\").";
        return Finding.of(FindingCode.VITRINE_STALE_COMPILATION, problem, List.of(), rules.recompile());
    }
}
