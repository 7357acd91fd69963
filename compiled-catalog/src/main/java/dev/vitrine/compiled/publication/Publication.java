package dev.vitrine.compiled.publication;

import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.CompiledCatalog;
import dev.vitrine.compiled.calls.CallSites;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which catalog is committed where: the one catalog of a module in the folder itself, the catalogs of several
 * applications each in a folder with the application's name below it.
 */
public final class Publication {
    private final Path folder;
    private final List<CompiledCatalog> catalogs;
    private final CallSites callSites;

    /** Takes the configured folder, the catalogs of one module, and who emits their experiments. */
    public Publication(Path folder, List<CompiledCatalog> catalogs, CallSites callSites) {
        this.folder = folder;
        this.callSites = callSites;
        this.catalogs = List.copyOf(catalogs);
    }

    /** Where the catalog of an application is committed, when there are so many in the module. */
    public static Path folder(Path folder, String application, int applications) {
        return applications > 1 ? folder.resolve(application) : folder;
    }

    /** Where this catalog is committed. */
    public PublishedFolder of(CompiledCatalog catalog) {
        return new PublishedFolder(folder(folder, catalog.application(), catalogs.size()));
    }

    /** What is committed of this catalog: the files of the compiler, and the page. */
    public List<CatalogFile> files(CompiledCatalog catalog) {
        List<CatalogFile> files = new ArrayList<>(catalog.files());
        files.add(PublishedPage.of(catalog.catalog(), callSites));
        return files;
    }

    /**
     * Writes the catalogs where the committed ones differ.
     *
     * @return the files that were written
     */
    public List<Path> write() throws IOException {
        List<Path> written = new ArrayList<>();
        for (CompiledCatalog catalog : catalogs) {
            written.addAll(of(catalog).write(files(catalog)));
        }
        return written;
    }
}
