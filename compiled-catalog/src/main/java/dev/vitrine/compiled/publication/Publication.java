package dev.vitrine.compiled.publication;

import dev.vitrine.compiled.CompiledCatalog;
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

    /** Takes the configured folder and the catalogs of one module. */
    public Publication(Path folder, List<CompiledCatalog> catalogs) {
        this.folder = folder;
        this.catalogs = List.copyOf(catalogs);
    }

    /** Where this catalog is committed. */
    public PublishedFolder of(CompiledCatalog catalog) {
        return new PublishedFolder(catalogs.size() > 1 ? folder.resolve(catalog.application()) : folder);
    }

    /**
     * Writes the catalogs where the committed ones differ.
     *
     * @return the files that were written
     */
    public List<Path> write() throws IOException {
        List<Path> written = new ArrayList<>();
        for (CompiledCatalog catalog : catalogs) {
            written.addAll(of(catalog).write(catalog.files()));
        }
        return written;
    }
}
