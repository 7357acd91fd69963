package dev.vitrine.collector.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Reads what {@link JournalOutput} has written. */
final class JournalInput {
    private final ByteBuffer bytes;

    JournalInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    long number() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            require(1);
            byte next = bytes.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw damaged();
    }

    /** A number that is a length, or a place in a list. */
    int index() {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw damaged();
        }
        return (int) number;
    }

    int signed() {
        int number = (int) number();
        return (number >>> 1) ^ -(number & 1);
    }

    String text() {
        byte[] encoded = new byte[require(index())];
        bytes.get(encoded);
        return new String(encoded, UTF_8);
    }

    UUID id() {
        require(16);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private int require(int length) {
        if (bytes.remaining() < length) {
            throw damaged();
        }
        return length;
    }

    static UncheckedIOException damaged() {
        return new UncheckedIOException(
                "The journal in the store cannot be read. " + SqliteProblem.DAMAGED, new EOFException());
    }
}
