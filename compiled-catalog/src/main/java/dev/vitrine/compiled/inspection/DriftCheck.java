package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.DiffText;
import dev.vitrine.catalog.reading.CatalogFormatException;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.CompiledModule;
import dev.vitrine.compiled.calls.CallSites;
import dev.vitrine.compiled.publication.Drift;
import dev.vitrine.compiled.publication.Publication;
import dev.vitrine.compiled.publication.PublishedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the committed catalog is what was compiled, byte for byte. */
final class DriftCheck {
    private static final int MAX_LINES = 60;

    private final InspectionRules rules;
    private final Path folder;
    private final CallSites callSites;

    DriftCheck(InspectionRules rules, Path folder, CallSites callSites) {
        this.rules = rules;
        this.folder = folder;
        this.callSites = callSites;
    }

    List<Finding> check(CompiledModule module) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Publication publication = new Publication(folder, module.catalogs(), callSites);
        for (CompiledCatalog compiled : module.catalogs()) {
            PublishedFolder published = publication.of(compiled);
            List<Drift> drifts = published.compare(publication.files(compiled));
            if (!drifts.isEmpty()) {
                boolean onlyCallSites = drifts.stream().allMatch(drift -> drift.kind() == Drift.Kind.CALL_SITES);
                findings.add(onlyCallSites ? callSites(compiled, published) : drift(compiled, published, drifts));
            }
        }
        return findings;
    }

    private Finding drift(CompiledCatalog compiled, PublishedFolder published, List<Drift> drifts) throws IOException {
        List<String> details = new ArrayList<>(meaning(compiled, published));
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

    /** What the difference means for users, as far as the committed copy can still be read. */
    private static List<String> meaning(CompiledCatalog compiled, PublishedFolder published) throws IOException {
        Optional<byte[]> committed = published.read(CatalogFile.JSON);
        if (committed.isEmpty()) {
            return List.of();
        }
        try {
            Catalog before = CatalogJsonReader.forComparison(CatalogFile.JSON).readCatalog(committed.get());
            CatalogDiff diff = CatalogDiff.between(before, compiled.catalog());
            return diff.isEmpty() ? List.of() : DiffText.write(diff).lines().toList();
        } catch (CatalogFormatException edited) {
            return List.of("The committed copy cannot be read as a catalog: " + edited.getMessage());
        }
    }

    private Finding callSites(CompiledCatalog compiled, PublishedFolder published) {
        return Finding.of(
                FindingCode.VITRINE_CALL_SITES_MOVED,
                "The page in " + rules.shown(published.path()) + " names other callers of the experiments of '"
                        + compiled.application() + "' than the code has; what is collected is the same.",
                List.of(),
                "Publish it again when it suits: " + rules.updateCommand());
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
