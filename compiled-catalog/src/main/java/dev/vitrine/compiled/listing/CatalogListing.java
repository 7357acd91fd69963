package dev.vitrine.compiled.listing;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledExperiment;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSites;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was compiled into one folder or jar, as text for a console. */
public final class CatalogListing {
    private final CompiledModule module;
    private final CallSites callSites;

    /** Takes what was compiled, and who emits it. */
    public CatalogListing(CompiledModule module, CallSites callSites) {
        this.module = module;
        this.callSites = callSites;
    }

    /** The lines: each application with its experiments, then the experiments that no application here takes in. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (CompiledCatalog compiled : module.catalogs()) {
            application(compiled.catalog(), lines);
        }
        List<Experiment> others = others();
        if (!others.isEmpty()) {
            lines.add(
                    module.catalogs().isEmpty()
                            ? count(others) + " for applications that include " + pronoun(others) + ":"
                            : count(others) + " in no catalog here, and therefore inert:");
            others.forEach(experiment -> experiment(experiment, lines));
        }
        if (lines.isEmpty()) {
            lines.add("No experiment and no application of Vitrine's.");
        }
        return lines;
    }

    private List<Experiment> others() {
        Set<String> listed = module.catalogs().stream()
                .flatMap(compiled -> compiled.catalog().experiments().stream())
                .map(Experiment::type)
                .collect(Collectors.toSet());
        return module.fragments().stream()
                .filter(fragment -> !listed.contains(fragment.type()))
                .map(CompiledExperiment::experiment)
                .toList();
    }

    private void application(Catalog catalog, List<String> lines) {
        lines.add(catalog.application().name() + " of " + catalog.application().controller() + ": "
                + count(catalog.experiments()) + '.');
        for (Recipient recipient : catalog.recipients()) {
            lines.add("Sent to " + recipient.name() + " (" + recipient.endpoint() + ", " + recipient.region()
                    + "), kept for " + recipient.retentionDays() + " days.");
        }
        catalog.experiments().forEach(experiment -> experiment(experiment, lines));
        lines.add("");
    }

    private void experiment(Experiment experiment, List<String> lines) {
        lines.add("");
        lines.addAll(ExperimentListing.lines(experiment, callSites.of(experiment.id())));
    }

    private static String count(List<Experiment> experiments) {
        return experiments.size() + (experiments.size() == 1 ? " experiment" : " experiments");
    }

    private static String pronoun(List<Experiment> experiments) {
        return experiments.size() == 1 ? "it" : "them";
    }
}
