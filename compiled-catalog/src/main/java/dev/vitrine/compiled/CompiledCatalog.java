package dev.vitrine.compiled;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalog of one application, as the compiler wrote it.
 *
 * @param application the application's name, which is also the folder's
 * @param catalog what {@code catalog.json} says
 * @param files {@code catalog.json} and {@code catalog.md}, byte for byte
 */
public record CompiledCatalog(String application, Catalog catalog, List<CatalogFile> files) {
    private static final String FOLDER = "META-INF/vitrine/";
    private static final String SUFFIX = '/' + CatalogFile.JSON;

    /** Copies the list. */
    public CompiledCatalog {
        files = List.copyOf(files);
    }

    /** The file {@code catalog.json}. */
    public CatalogFile json() {
        return files.get(0);
    }

    /** The catalogs in this root, in ascending order of names. */
    static List<CompiledCatalog> readAll(ClassRoot root) throws IOException {
        List<CompiledCatalog> catalogs = new ArrayList<>();
        for (String name : root.list(FOLDER, SUFFIX)) {
            String application =
                    name.substring(FOLDER.length(), Math.max(FOLDER.length(), name.length() - SUFFIX.length()));
            // A folder in the folder is nobody's: the compiler makes none.
            if (!application.isEmpty() && application.indexOf('/') < 0) {
                catalogs.add(read(root, application));
            }
        }
        return catalogs;
    }

    private static CompiledCatalog read(ClassRoot root, String application) throws IOException {
        String folder = FOLDER + application + '/';
        CatalogFile json = file(root, folder, CatalogFile.JSON);
        CatalogFile markdown = file(root, folder, CatalogFile.MARKDOWN);
        Catalog catalog = new CatalogJsonReader(folder + CatalogFile.JSON + " in " + root).readCatalog(json.bytes());
        return new CompiledCatalog(application, catalog, List.of(json, markdown));
    }

    private static CatalogFile file(ClassRoot root, String folder, String name) throws IOException {
        Optional<byte[]> bytes = root.read(folder + name);
        return new CatalogFile(
                name,
                bytes.orElseThrow(() -> new IOException(
                        folder + name + " is missing in " + root + ". The compiler writes it together with "
                                + CatalogFile.JSON + ": compile again from clean.")));
    }
}
