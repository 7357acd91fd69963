package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.Release;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch says beside its events, after it was held against the catalogs.
 *
 * @param batch the batch's random id
 * @param trackingId the tracking id; null in an anonymous batch
 * @param rules the rules of the catalog that it names
 * @param release where it comes from
 */
record Envelope(String batch, @Nullable UUID trackingId, CatalogRules rules, Release release) {
    boolean isIdentified() {
        return trackingId != null;
    }
}
