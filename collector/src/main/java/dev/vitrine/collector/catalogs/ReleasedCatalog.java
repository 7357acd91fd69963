package dev.vitrine.collector.catalogs;

import dev.vitrine.catalog.Catalog;
import dev.vitrine.catalog.Recipient;
import java.nio.file.Path;

/**
 * The catalog of one release.
 *
 * @param file where it was read from
 * @param digest its digest as batches name it: {@code sha256:} and 64 hexadecimal digits
 * @param catalog the catalog
 * @param recipient whom it names as the receiver of Vitrine's own batches: this collector
 */
public record ReleasedCatalog(Path file, String digest, Catalog catalog, Recipient recipient) {}
