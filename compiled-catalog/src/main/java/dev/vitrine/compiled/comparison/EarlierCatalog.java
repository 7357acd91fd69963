package dev.vitrine.compiled.comparison;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.ConsentRules;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.ClassRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The catalog with which a compiled one is compared: in a file, a folder, a jar, or at a git revision. */
public final class EarlierCatalog {
    private final String place;

    /**
     * Takes the place: the path of a {@code catalog.json}, of a published folder, of a folder of classes or of a jar; what
     * is none of these is taken for the name of a git revision, at which the committed copy is read.
     */
    public EarlierCatalog(String place) {
        this.place = place;
    }

    /**
     * Reads the catalog of an application.
     *
     * @param application the application's name
     * @param base the folder to which a path is relative
     * @param committed the folder in which its catalog is committed
     * @return the catalog; empty when there was none yet
     * @throws IOException if the place is neither, or cannot be read; the message says what to do
     */
    public Optional<Catalog> read(String application, Path base, Path committed) throws IOException {
        Path path = path(base);
        if (Files.isDirectory(path)) {
            return inFolder(path, application);
        }
        if (!Files.exists(path)) {
            Path file = committed.resolve(CatalogFile.JSON);
            Optional<byte[]> json = new GitRevision(place).read(file);
            return json.isEmpty() ? Optional.empty() : Optional.of(catalog(json.get(), file + " at " + place));
        }
        if (path.getFileName().toString().endsWith(".json")) {
            return Optional.of(catalog(Files.readAllBytes(path), path.toString()));
        }
        return compiled(path, application);
    }

    /** A catalog of the same application that collects nothing: what there was before the first one. */
    public static Catalog none(Catalog now) {
        return new Catalog(
                now.application(),
                List.of(),
                new ConsentRules(List.of(), now.consent().environmentVariable()),
                List.of(),
                List.of(),
                List.of());
    }

    private Path path(Path base) {
        try {
            return base.resolve(place);
        } catch (InvalidPathException revision) {
            return base.resolve(".no-such-path");
        }
    }

    private static Optional<Catalog> inFolder(Path folder, String application) throws IOException {
        for (Path published : new Path[] {folder.resolve(application), folder}) {
            Path file = published.resolve(CatalogFile.JSON);
            if (Files.isRegularFile(file)) {
                return Optional.of(catalog(Files.readAllBytes(file), file.toString()));
            }
        }
        return compiled(folder, application);
    }

    private static Optional<Catalog> compiled(Path location, String application) throws IOException {
        String name = "META-INF/vitrine/" + application + '/' + CatalogFile.JSON;
        try (ClassRoot root = ClassRoot.open(location)) {
            Optional<byte[]> json = root.read(name);
            return json.isEmpty() ? Optional.empty() : Optional.of(catalog(json.get(), name + " in " + location));
        }
    }

    private static Catalog catalog(byte[] json, String source) throws IOException {
        return CatalogJsonReader.forComparison(source).readCatalog(json);
    }
}
