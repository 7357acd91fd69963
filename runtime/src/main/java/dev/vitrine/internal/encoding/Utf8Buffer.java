package dev.vitrine.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A byte array that grows, and is used again: in the steady state, writing into it allocates nothing.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Utf8Buffer {
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** {@code Long.MIN_VALUE} is the one value whose magnitude is no {@code long}. */
    private static final byte[] SMALLEST_LONG = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    /** Creates an empty buffer with room for {@code capacity} bytes before it first grows. */
    public Utf8Buffer(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    /** The number of bytes written. */
    public int length() {
        return length;
    }

    /** Forgets what was written from {@code position} on; {@code position} is at most {@link #length}. */
    public void truncate(int position) {
        if (position < 0 || position > length) {
            throw new IndexOutOfBoundsException(position);
        }
        length = position;
    }

    /** The last byte written, or 0 when there is none. */
    public byte last() {
        return length == 0 ? 0 : bytes[length - 1];
    }

    /** Replaces the byte at {@code position}, which is below {@link #length}. */
    public void set(int position, char ascii) {
        if (position < 0 || position >= length) {
            throw new IndexOutOfBoundsException(position);
        }
        bytes[position] = (byte) ascii;
    }

    /** What was written, as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** A copy of what was written from {@code from} on. */
    public byte[] toByteArray(int from) {
        return Arrays.copyOfRange(bytes, from, length);
    }

    /** The array behind this buffer, valid up to {@link #length} and until the next write: for output without a copy. */
    public byte[] array() {
        return bytes;
    }

    /** Hands out the array behind this buffer, and goes on, empty, with another one, whatever is in it. */
    public byte[] exchange(byte[] other) {
        byte[] written = bytes;
        bytes = other;
        length = 0;
        return written;
    }

    /** Appends one ASCII character. */
    public void append(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    /** Appends ASCII characters; whatever else is in the text becomes a question mark, as with an encoder. */
    public void appendAscii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes[length++] = (byte) (c < 0x80 ? c : '?');
        }
    }

    /** Appends bytes that are already UTF-8. */
    public void append(byte[] utf8) {
        append(utf8, 0, utf8.length);
    }

    /** Appends {@code count} bytes of {@code utf8} from {@code offset} on. */
    public void append(byte[] utf8, int offset, int count) {
        reserve(count);
        System.arraycopy(utf8, offset, bytes, length, count);
        length += count;
    }

    /** Appends a number in decimal digits. */
    public void append(long number) {
        if (number >= 0 && number < 100) {
            appendSmall((int) number);
            return;
        }
        if (number == Long.MIN_VALUE) {
            append(SMALLEST_LONG);
            return;
        }
        reserve(20);
        long magnitude = number;
        if (number < 0) {
            bytes[length++] = '-';
            magnitude = -number;
        }
        int digits = 1;
        for (long power = magnitude; power >= 10; power /= 10) {
            digits++;
        }
        int position = length + digits;
        length = position;
        do {
            bytes[--position] = (byte) ('0' + magnitude % 10);
            magnitude /= 10;
        } while (magnitude != 0);
    }

    /** Most numbers of an event are this small, and need no loop. */
    private void appendSmall(int number) {
        if (number >= 10) {
            append((char) ('0' + number / 10));
        }
        append((char) ('0' + number % 10));
    }

    /** Appends bytes as lower-case hexadecimal digits. */
    public void appendHexadecimal(byte[] raw) {
        reserve(raw.length * 2);
        for (byte octet : raw) {
            bytes[length++] = HEXADECIMAL[(octet >> 4) & 0xF];
            bytes[length++] = HEXADECIMAL[octet & 0xF];
        }
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
