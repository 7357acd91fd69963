package dev.vitrine.collector.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** How large a request's body may be, and what it is before it was compressed. */
final class Body {
    /** How many bytes are read from the network. */
    static final int LARGEST_SENT = 256 * 1024;
    /** How many bytes it may have when it is inflated. */
    static final int LARGEST_INFLATED = 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;

    private Body() {}

    /**
     * Inflates a body that came compressed. Stops at the limit, however much there would be.
     *
     * @return null when there is more than a body may have
     * @throws IOException when it is not gzip
     */
    static byte @Nullable [] inflate(byte[] sent) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), BUFFER_BYTES)) {
            byte[] bytes = in.readNBytes(LARGEST_INFLATED + 1);
            return bytes.length > LARGEST_INFLATED ? null : bytes;
        }
    }
}
