package dev.vitrine.compiled.inspection;

import dev.vitrine.catalog.reading.CatalogFormatException;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import dev.vitrine.compiled.CatalogFile;
import dev.vitrine.compiled.publication.PublishedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a catalog is committed although no application was compiled: then the wrong classes were named, or none were
 * compiled, and a check of nothing would pass.
 */
final class AbsenceCheck {
    private final InspectionRules rules;
    private final Path folder;

    AbsenceCheck(InspectionRules rules, Path folder) {
        this.rules = rules;
        this.folder = folder;
    }

    /** What was found, where no application is in {@code classes}, which need not be there. */
    List<Finding> check(Path classes) throws IOException {
        List<String> committed = committed();
        if (committed.isEmpty()) {
            return List.of();
        }
        String shown = rules.shown(folder);
        return List.of(Finding.of(
                FindingCode.VITRINE_NO_APPLICATION,
                "There is no application in " + rules.shown(classes) + ", and " + shown + " holds the catalog of "
                        + String.join(" and of ", committed) + ": it was held against nothing.",
                List.of(),
                "Compile the application, and name the folder or the jar of its classes (--classes; classesDirectory"
                        + " with Maven). If there is no application any more, delete " + shown + '.'));
    }

    /** The applications of the catalogs in the folder itself, or in folders of their names below it. */
    private List<String> committed() throws IOException {
        List<Path> places = new ArrayList<>();
        places.add(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> below = Files.list(folder)) {
                below.filter(Files::isDirectory).sorted().forEach(places::add);
            }
        }
        List<String> names = new ArrayList<>();
        for (Path place : places) {
            Optional<byte[]> json = new PublishedFolder(place).read(CatalogFile.JSON);
            if (json.isPresent()) {
                application(json.get()).ifPresent(names::add);
            }
        }
        return names;
    }

    /** The name of a catalog's application in quotation marks; empty for a file of somebody else's, or an edited one. */
    private static Optional<String> application(byte[] json) throws IOException {
        try {
            return Optional.of('\''
                    + CatalogJsonReader.forComparison(CatalogFile.JSON)
                            .readCatalog(json)
                            .application()
                            .name()
                    + '\'');
        } catch (CatalogFormatException noCatalog) {
            return Optional.empty();
        }
    }
}
