package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.NewBatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a body that was held against the catalogs.
 *
 * @param batch what is to be kept; null when that is nothing
 * @param accepted how many events are to be kept
 * @param refused how many events are refused, by reason; a batch that is refused as a whole counts as one
 * @param whole whether the batch as a whole was looked at: false when it was refused before its events were
 */
public record Verdict(@Nullable NewBatch batch, int accepted, Map<RefusalReason, Integer> refused, boolean whole) {
    static Verdict refused(RefusalReason reason) {
        return new Verdict(null, 0, Map.of(reason, 1), false);
    }
}
