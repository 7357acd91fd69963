package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.compiled.ClassRoot;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.FragmentMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether the compiled catalog is what the fragments make. An incremental compilation that leaves the application's class
 * alone updates the fragments and not the catalog; the generated code would then hold yesterday's catalog too, so only a
 * whole compilation helps.
 */
final class MergeCheck {
    private final InspectionRules rules;
    private final List<ClassRoot> classPath;

    MergeCheck(InspectionRules rules, List<ClassRoot> classPath) {
        this.rules = rules;
        this.classPath = classPath;
    }

    List<Finding> check(CompiledModule module) throws IOException {
        List<Finding> findings = new ArrayList<>();
        FragmentMerge merge = new FragmentMerge(module, classPath);
        for (CompiledCatalog compiled : module.catalogs()) {
            Catalog merged = merge.merge(compiled.catalog());
            if (!compiled.json().holds(CatalogJsonWriter.write(merged))) {
                String problem = "The compiled catalog of '" + compiled.application() + "' is not what was compiled"
                        + " beside it: only a part of the module was compiled last, and the application was not.";
                findings.add(Finding.of(
                        FindingCode.VITRINE_STALE_COMPILATION,
                        problem,
                        differences(compiled.catalog(), merged),
                        "Compile again from clean: " + rules.compileCommand()));
            }
        }
        return findings;
    }

    private static List<String> differences(Catalog compiled, Catalog merged) {
        Map<String, Experiment> before = byId(compiled);
        Map<String, Experiment> after = byId(merged);
        SortedSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<String> lines = new ArrayList<>();
        for (String id : ids) {
            Experiment now = after.get(id);
            if (now == null) {
                lines.add(id + ": in the catalog, and its record is gone");
            } else if (!before.containsKey(id)) {
                lines.add(id + ": declared, and not in the catalog");
            } else if (!now.equals(before.get(id))) {
                lines.add(id + ": declared otherwise than the catalog says");
            }
        }
        return lines;
    }

    private static Map<String, Experiment> byId(Catalog catalog) {
        Map<String, Experiment> experiments = new TreeMap<>();
        catalog.experiments().forEach(experiment -> experiments.put(experiment.id(), experiment));
        return experiments;
    }
}
