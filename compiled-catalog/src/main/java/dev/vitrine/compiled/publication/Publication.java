package dev.vitrine.compiled.publication;

import dev.vitrine.compiled.CompiledCatalog;
import java.nio.file.Path;
import java.util.List;

/**
 * Which catalog is committed where: the one catalog of a module in the folder itself, the catalogs of several
 * applications each in a folder with the application's name below it.
 */
public final class Publication {
    private final Path folder;
    private final boolean severalApplications;

    /** Takes the configured folder and the catalogs of one module. */
    public Publication(Path folder, List<CompiledCatalog> catalogs) {
        this.folder = folder;
        this.severalApplications = catalogs.size() > 1;
    }

    /** Where this catalog is committed. */
    public PublishedFolder of(CompiledCatalog catalog) {
        return new PublishedFolder(severalApplications ? folder.resolve(catalog.application()) : folder);
    }
}
