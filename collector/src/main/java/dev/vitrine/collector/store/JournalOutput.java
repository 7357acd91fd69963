package dev.vitrine.collector.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/** Numbers and texts as bytes, of which small numbers take one. {@link JournalInput} reads them. */
final class JournalOutput {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[4096];
    private int length;

    /** Writes a number that is not negative in as many bytes as it needs, seven bits in each. */
    JournalOutput number(long number) {
        reserve(LONGEST_NUMBER);
        long rest = number;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    /** Writes a number of any sign. */
    JournalOutput signed(int number) {
        return number(Integer.toUnsignedLong((number << 1) ^ (number >> 31)));
    }

    JournalOutput text(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        return number(encoded.length).raw(encoded);
    }

    /** Writes 16 bytes. */
    JournalOutput id(UUID id) {
        return raw(TrackingIds.bytes(id));
    }

    private JournalOutput raw(byte[] added) {
        reserve(added.length);
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
        return this;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** How many bytes were written since they were taken last. */
    int length() {
        return length;
    }

    /** What was written since it was taken last. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, length);
        length = 0;
        return taken;
    }
}
