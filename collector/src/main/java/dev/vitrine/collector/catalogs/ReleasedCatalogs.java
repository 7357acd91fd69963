package dev.vitrine.collector.catalogs;

import dev.vitrine.catalog.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalogs of all releases of one application that are in use. Unmodifiable.
 *
 * <p>Of two files with the same digest, one counts.
 */
public final class ReleasedCatalogs {
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

    private final Map<String, ReleasedCatalog> byDigest;
    private final ReleasedCatalog newest;

    private ReleasedCatalogs(Map<String, ReleasedCatalog> byDigest, ReleasedCatalog newest) {
        this.byDigest = byDigest;
        this.newest = newest;
    }

    /**
     * Reads a {@code catalog.json}, or every file in a folder whose name ends in {@code .json}.
     *
     * @throws CatalogsUnusableException when there is none, one cannot be read, or they are not of one application
     */
    public static ReleasedCatalogs read(Path fileOrFolder) throws CatalogsUnusableException {
        Map<String, ReleasedCatalog> read = new LinkedHashMap<>();
        ReleasedCatalog newest = null;
        for (Path file : files(fileOrFolder)) {
            ReleasedCatalog catalog = CatalogFile.read(file);
            if (newest != null && !newest.catalog().application().name().equals(name(catalog))) {
                throw new CatalogsUnusableException(newest.file() + " is of the application " + name(newest) + ", and "
                        + file + " of " + name(catalog)
                        + ". A collector serves one application: start one for each, with a folder of catalogs each.");
            }
            read.put(catalog.digest(), catalog);
            newest = catalog;
        }
        if (newest == null) {
            throw new CatalogsUnusableException("There is no catalog in " + fileOrFolder
                    + ". Name a catalog.json, or a folder with one file for each release, such as 0.62.0.json.");
        }
        return new ReleasedCatalogs(read, newest);
    }

    private static List<Path> files(Path fileOrFolder) throws CatalogsUnusableException {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> files = Files.list(fileOrFolder)) {
            return files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted(BY_NAME)
                    .toList();
        } catch (IOException unreadable) {
            throw new CatalogsUnusableException("The folder " + fileOrFolder + " cannot be read.", unreadable);
        }
    }

    private static String name(ReleasedCatalog catalog) {
        return catalog.catalog().application().name();
    }

    /** The application's name. */
    public String application() {
        return name(newest);
    }

    /** The catalog with this digest; null when it is not one of these. */
    public @Nullable ReleasedCatalog byDigest(String digest) {
        return byDigest.get(digest);
    }

    /** The catalog whose file's name comes last, where numbers in names count as numbers. */
    public ReleasedCatalog newest() {
        return newest;
    }

    /** All of them, in the order of their files' names. */
    public List<ReleasedCatalog> all() {
        return new ArrayList<>(byDigest.values());
    }

    /** Every experiment of any release by its id, each as the newest release that has it declares it. */
    public SortedMap<String, Experiment> experiments() {
        SortedMap<String, Experiment> experiments = new TreeMap<>();
        for (ReleasedCatalog catalog : byDigest.values()) {
            catalog.catalog().experiments().forEach(experiment -> experiments.put(experiment.id(), experiment));
        }
        return experiments;
    }
}
