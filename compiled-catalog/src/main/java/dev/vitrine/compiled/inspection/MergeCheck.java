package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.json.CatalogJsonWriter;
import dev.vitrine.catalog.merge.CatalogClashException;
import dev.vitrine.catalog.merge.Clash;
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
            try {
                Catalog merged = merge.merge(compiled.catalog());
                if (!compiled.json().holds(CatalogJsonWriter.write(merged))) {
                    findings.add(stale(compiled, merged));
                }
            } catch (CatalogClashException clash) {
                findings.add(clash(compiled, clash));
            }
        }
        return findings;
    }

    private Finding stale(CompiledCatalog compiled, Catalog merged) {
        return Finding.of(
                FindingCode.VITRINE_STALE_COMPILATION,
                "The compiled catalog of '" + compiled.application()
                        + "' is not what was compiled beside it: only a part"
                        + " of the module was compiled last, and the application was not.",
                differences(compiled.catalog(), merged),
                rules.recompile());
    }

    private static Finding clash(CompiledCatalog compiled, CatalogClashException clash) {
        return Finding.of(
                FindingCode.VITRINE_CLASH,
                "The experiments of '" + compiled.application() + "' cannot be in one catalog.",
                clash.clashes().stream().map(Clash::sentence).toList(),
                "Rename one of each pair, and compile again.");
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
