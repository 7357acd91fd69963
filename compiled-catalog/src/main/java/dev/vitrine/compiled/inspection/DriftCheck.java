package dev.vitrine.compiled.inspection;

import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.publication.Drift;
import dev.vitrine.compiled.publication.Publication;
import dev.vitrine.compiled.publication.PublishedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the committed catalog is what was compiled, byte for byte. */
final class DriftCheck {
    private static final int MAX_LINES = 60;

    private final InspectionRules rules;
    private final Path folder;

    DriftCheck(InspectionRules rules, Path folder) {
        this.rules = rules;
        this.folder = folder;
    }

    List<Finding> check(CompiledModule module) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Publication publication = new Publication(folder, module.catalogs());
        for (CompiledCatalog compiled : module.catalogs()) {
            PublishedFolder published = publication.of(compiled);
            List<Drift> drifts = published.compare(compiled.files());
            if (!drifts.isEmpty()) {
                findings.add(finding(compiled, published, drifts));
            }
        }
        return findings;
    }

    private Finding finding(CompiledCatalog compiled, PublishedFolder published, List<Drift> drifts) {
        List<String> details = new ArrayList<>();
        for (Drift drift : drifts) {
            details.add(drift.file().getFileName() + " " + drift.kind().text());
            details.addAll(readable(drift.difference()));
        }
        return Finding.of(
                FindingCode.VITRINE_CATALOG_DRIFT,
                "The committed catalog of '" + compiled.application() + "' in " + rules.shown(published.path())
                        + " is not what was compiled, so whoever reads it is told something else than what is collected.",
                details,
                "Publish what was compiled, look at what changed, and commit it: " + rules.updateCommand());
    }

    private static List<String> readable(List<String> difference) {
        if (difference.size() <= MAX_LINES) {
            return difference;
        }
        List<String> lines = new ArrayList<>(difference.subList(0, MAX_LINES));
        lines.add("… and " + (difference.size() - MAX_LINES) + " lines more");
        return lines;
    }
}
