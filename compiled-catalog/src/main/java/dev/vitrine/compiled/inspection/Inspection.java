package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledExperiment;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSiteScanner;
import dev.vitrine.compiled.calls.CallSites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All checks of one module: what was compiled in it, the class path beside it, and the committed folder. */
public final class Inspection {
    private final InspectionRules rules;

    /** Takes the rules. */
    public Inspection(InspectionRules rules) {
        this.rules = rules;
    }

    /**
     * Runs all checks. The class path is read only where the module has an application.
     *
     * @param classes the module's classes
     * @param classPath what the module runs with, without its own classes
     * @param folder where the module's catalog is committed
     * @return what was found, errors first
     * @throws IOException if something cannot be read; the message names it
     */
    public List<Finding> inspect(ClassRoot classes, List<ClassRoot> classPath, Path folder) throws IOException {
        List<Finding> findings = new ArrayList<>();
        CompiledModule module = CompiledModule.read(classes);
        findings.addAll(inspectCompilation(module, classPath));
        CallSites callSites = callSites(module, classPath);
        findings.addAll(new DriftCheck(rules, folder, callSites).check(module));
        Collection<Experiment> experiments = experiments(module);
        findings.addAll(new ExpiryCheck(rules).check(experiments));
        findings.addAll(new WideFieldCheck().check(experiments));
        module.catalogs().forEach(compiled -> findings.addAll(new PseudonymCheck().check(compiled.catalog())));
        findings.addAll(new CallCheck(callSites).check(module));
        List<Finding> ordered = new ArrayList<>();
        findings.stream().filter(Finding::error).forEach(ordered::add);
        findings.stream().filter(finding -> !finding.error()).forEach(ordered::add);
        return ordered;
    }

    /**
     * Runs the one check that is left where no application was compiled: whether a catalog is committed all the same. A
     * library has none, so whether one in this folder would be the module's own is for the caller to know.
     *
     * @param classes where the application was looked for; need not be there
     * @param folder where the module's catalog is committed
     */
    public List<Finding> inspectAbsence(Path classes, Path folder) throws IOException {
        return new AbsenceCheck(rules, folder).check(classes);
    }

    /**
     * Runs the checks of the compilation alone: whether what the compiler left is whole. What is not must not be published.
     *
     * @param module what was compiled
     * @param classPath what the module runs with, without its own classes
     */
    public List<Finding> inspectCompilation(CompiledModule module, List<ClassRoot> classPath) throws IOException {
        List<Finding> findings = new ArrayList<>(new ProcessorCheck(rules).check(module));
        findings.addAll(new MergeCheck(rules, classPath).check(module));
        return findings;
    }

    /** Who emits: code of the module, and, where it has an application, code of what it runs with. */
    public static CallSites callSites(CompiledModule module, List<ClassRoot> classPath) throws IOException {
        List<ClassRoot> roots = new ArrayList<>();
        roots.add(module.root());
        if (!module.catalogs().isEmpty()) {
            roots.addAll(classPath);
        }
        return CallSiteScanner.scan(roots);
    }

    /** The module's experiments: those in its catalogs, and those that wait in its fragments for an application. */
    private static Collection<Experiment> experiments(CompiledModule module) {
        SortedMap<String, Experiment> byId = new TreeMap<>();
        for (CompiledExperiment fragment : module.fragments()) {
            byId.put(fragment.experiment().id(), fragment.experiment());
        }
        module.catalogs()
                .forEach(compiled ->
                        compiled.catalog().experiments().forEach(experiment -> byId.put(experiment.id(), experiment)));
        return byId.values();
    }
}
