package dev.vitrine.compiled.comparison;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.diff.CatalogDiff;
import dev.vitrine.catalog.diff.ChangeClass;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.publication.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What changed in the catalogs of one module.
 *
 * @param diffs one for each application, in ascending order of names
 */
public record CatalogComparison(List<CatalogDiff> diffs) {

    /** Copies the list. */
    public CatalogComparison {
        diffs = List.copyOf(diffs);
    }

    /**
     * Compares the compiled catalogs with earlier ones. An application that had none is compared with a catalog that
     * collects nothing.
     *
     * @param earlier where the earlier catalogs are
     * @param base the folder to which a path is relative
     * @param folder where the catalogs are committed
     */
    public static CatalogComparison of(List<CompiledCatalog> compiled, EarlierCatalog earlier, Path base, Path folder)
            throws IOException {
        List<CatalogDiff> diffs = new ArrayList<>();
        for (CompiledCatalog now : compiled) {
            Catalog before = earlier.read(
                            now.application(), base, Publication.folder(folder, now.application(), compiled.size()))
                    .orElseGet(() -> EarlierCatalog.none(now.catalog()));
            diffs.add(CatalogDiff.between(before, now.catalog()));
        }
        return new CatalogComparison(diffs);
    }

    /** How many changes of these classes there are. */
    public long count(Set<ChangeClass> classes) {
        return diffs.stream()
                .flatMap(diff -> diff.changes().stream())
                .filter(change -> classes.contains(change.kind()))
                .count();
    }

    /** The text of all, in the order of the applications. */
    public String text(DiffFormat format) {
        StringBuilder text = new StringBuilder();
        diffs.forEach(diff -> text.append(format.write(diff)));
        return text.toString();
    }
}
