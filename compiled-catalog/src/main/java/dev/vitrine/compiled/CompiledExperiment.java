package dev.vitrine.compiled;

import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.util.Optional;

/**
 * One record's part of the catalog, in the module that declares it.
 *
 * @param type the record's binary name, which is also the file's
 * @param experiment what the file says
 */
public record CompiledExperiment(String type, Experiment experiment) {
    private static final String FOLDER = "META-INF/vitrine/experiments/";
    private static final String SUFFIX = ".json";

    /** The binary names of the records that have a fragment in this root, whether or not the record is still there. */
    static Iterable<String> types(ClassRoot root) throws IOException {
        return root.list(FOLDER, SUFFIX).stream()
                .map(name -> name.substring(FOLDER.length(), name.length() - SUFFIX.length()))
                .toList();
    }

    /**
     * Reads the fragment of a record; empty when there is none.
     *
     * @throws dev.vitrine.catalog.reading.CatalogFormatException if the file is not one that the compiler wrote
     */
    static Optional<CompiledExperiment> read(ClassRoot root, String type) throws IOException {
        String name = FOLDER + type + SUFFIX;
        Optional<byte[]> bytes = root.read(name);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Experiment experiment = new CatalogJsonReader(name + " in " + root).readExperiment(bytes.get());
        return Optional.of(new CompiledExperiment(type, experiment));
    }
}
