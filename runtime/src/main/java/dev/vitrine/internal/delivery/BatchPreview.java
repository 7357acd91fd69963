package dev.vitrine.internal.delivery;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.consent.BatchPermit;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The request that would be sent for one event: by the same format and the same payload writer as the real one, under the
 * same identity. Only the batch's random id is zeros, and the payload is that of the catalog's example.
 */
public final class BatchPreview {
    private static final String NO_ID = "0".repeat(BatchName.ID_DIGITS);

    private final BatchFormat format;
    private final Identity identity;
    private final String day;

    /** Previews what a permit lets out on a day, counted from 1970-01-01 (UTC). */
    public BatchPreview(ApplicationType application, AnalyticsOptions options, BatchPermit permit, long today) {
        this.format = BatchFormat.of(application.recipient(), Envelope.of(application, options));
        this.identity = Identity.of(permit);
        this.day = LocalDate.ofEpochDay(today).toString();
    }

    /** The request's body for one event of an experiment. */
    public String of(ExperimentType<?> type) {
        Utf8Buffer buffer = new Utf8Buffer(1024);
        format.begin(buffer, NO_ID, identity);
        format.beginEvent(buffer, 0, type.event(), day);
        int payloadStart = buffer.length();
        type.encodeExample(new PayloadWriter(buffer, this::key));
        format.endEvent(buffer, payloadStart);
        format.end(buffer);
        return buffer.toString();
    }

    /** The key of the catalog's examples: the real one is not made for a preview. */
    private @Nullable PseudonymKey key() {
        return identity.trackingId() == null ? null : new PseudonymKey(new byte[PseudonymKey.LEAST_BYTES]);
    }
}
