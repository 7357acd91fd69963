package dev.vitrine.collector.catalogs;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Experiment;
import dev.vitrine.catalog.Recipient;
import dev.vitrine.catalog.reading.CatalogFormatException;
import dev.vitrine.catalog.reading.CatalogJsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one catalog. */
final class CatalogFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CatalogFile() {}

    /**
     * Reads it. An older version of Vitrine may have worded its rules otherwise; what its payloads are must be what this
     * version makes of them, to the letter, for that is what events are held against.
     */
    static ReleasedCatalog read(Path file) throws CatalogsUnusableException {
        try {
            byte[] json = Files.readAllBytes(file);
            Catalog catalog = CatalogJsonReader.forComparison(file.toString()).readCatalog(json);
            Catalog exact = catalog.withExperiments(experiments(file, json));
            return new ReleasedCatalog(file, digest(json), exact, recipient(file, catalog));
        } catch (CatalogFormatException malformed) {
            throw new CatalogsUnusableException(String.valueOf(malformed.getMessage()), malformed);
        } catch (IOException unreadable) {
            throw new CatalogsUnusableException("The catalog " + file + " cannot be read.", unreadable);
        }
    }

    private static List<Experiment> experiments(Path file, byte[] json) throws CatalogFormatException {
        List<Experiment> experiments = new ArrayList<>();
        for (JsonNode experiment : MAPPER.readTree(json).path("experiments")) {
            experiments.add(
                    new CatalogJsonReader(file.toString()).readExperiment(MAPPER.writeValueAsBytes(experiment)));
        }
        return experiments;
    }

    private static Recipient recipient(Path file, Catalog catalog) throws CatalogsUnusableException {
        return catalog.recipients().stream()
                .filter(recipient -> recipient.protocol().equals("vitrine"))
                .findFirst()
                .orElseThrow(() -> new CatalogsUnusableException("The catalog " + file
                        + " names no recipient that speaks Vitrine's own protocol, so no batch of this application"
                        + " could come here. Declare one with RecipientProtocol.VITRINE, or leave this catalog out."));
    }

    private static String digest(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
