package dev.vitrine.collector.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Identifiers as the bytes that are stored. */
final class TrackingIds {
    private static final int DIGITS_IN_HALF = 16;

    private TrackingIds() {}

    /** The 16 bytes of an id. */
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** A hash by which an id is recognised, and from which it cannot be had: 122 of its bits are random. */
    static byte[] digest(UUID trackingId) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(trackingId));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The id of a batch, of 32 hexadecimal digits, as the 128 bits that it is. */
    static UUID ofBatch(String id) {
        return new UUID(
                HexFormat.fromHexDigitsToLong(id, 0, DIGITS_IN_HALF),
                HexFormat.fromHexDigitsToLong(id, DIGITS_IN_HALF, id.length()));
    }
}
