package dev.vitrine.compiled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the compiler left in one root: the applications' catalogs and the experiments' fragments.
 *
 * @param root where they are
 * @param catalogs the catalogs, in ascending order of the applications' names
 * @param fragments the fragments whose record is there, in ascending order of the records' names
 * @param orphans the records, by binary name, that have a fragment and are no longer there: an incremental compilation
 *     deletes a class, and not what was made from it
 */
public record CompiledModule(
        ClassRoot root, List<CompiledCatalog> catalogs, List<CompiledExperiment> fragments, List<String> orphans) {

    /** Copies the lists. */
    public CompiledModule {
        catalogs = List.copyOf(catalogs);
        fragments = List.copyOf(fragments);
        orphans = List.copyOf(orphans);
    }

    /**
     * Reads a root.
     *
     * @throws dev.vitrine.catalog.reading.CatalogFormatException if a file is not one that the compiler wrote
     */
    public static CompiledModule read(ClassRoot root) throws IOException {
        List<CompiledExperiment> fragments = new ArrayList<>();
        List<String> orphans = new ArrayList<>();
        for (String type : CompiledExperiment.types(root)) {
            if (root.containsClass(type)) {
                fragments.add(CompiledExperiment.read(root, type).orElseThrow());
            } else {
                orphans.add(type);
            }
        }
        return new CompiledModule(root, CompiledCatalog.readAll(root), fragments, orphans);
    }

    /** Whether the compiler left nothing here. */
    public boolean isEmpty() {
        return catalogs.isEmpty() && fragments.isEmpty();
    }
}
