package dev.vitrine.collector.validation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the events of an array probably begin and end, and their fingerprints; found without knowing JSON. To be used again for
 * the next array: what a thread reads and writes again and again stays near the processor.
 */
final class EventSpans {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BRACES = '}' * ONES;

    /** No event has its last two braces before this. */
    private static final int BEFORE_BRACES = "{\"event\":\"\",\"day\":\"1970-01-01\",\"payload\":{".length();

    private static final int MANY = 128;
    /** With more room than this it begins with less again: nobody has it take up room for good. */
    private static final int MOST_KEPT = 16 * MANY;

    private int count;
    private int[] begins = new int[MANY];
    private int[] ends = new int[MANY];
    /** Two elements for each. */
    private long[] fingerprints = new long[2 * MANY];

    /**
     * Finds what stands in an array, if that is written as our clients write it; what is between a begin and an end may be
     * anything. What was found before is forgotten.
     *
     * @param array where in the body the array begins
     * @return false when it is written in another way
     */
    boolean find(byte[] body, int array) {
        count = 0;
        if (begins.length > MOST_KEPT) {
            begins = new int[MANY];
            ends = new int[MANY];
            fingerprints = new long[2 * MANY];
        }
        int end = array;
        do {
            int begin = end + 1;
            end = likelyEnd(body, begin);
            if (end < 0) {
                return false;
            }
            add(body, begin, end);
        } while (body[end] == ',');
        return true;
    }

    private void add(byte[] body, int begin, int end) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            fingerprints = Arrays.copyOf(fingerprints, 4 * count);
        }
        begins[count] = begin;
        ends[count] = end;
        if (Fingerprints.isOfLength(end - begin)) {
            Fingerprints.write(body, begin, end, fingerprints, 2 * count);
        } else {
            fingerprints[2 * count] = 0;
            fingerprints[2 * count + 1] = 0;
        }
        count++;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** Where one begins. */
    int begin(int index) {
        return begins[index];
    }

    /** Where one ends: at the comma or bracket after it. */
    int end(int index) {
        return ends[index];
    }

    /** How long one is. */
    int length(int index) {
        return ends[index] - begins[index];
    }

    /** The upper half of the fingerprint of one; 0 when it is too long to have one. */
    long high(int index) {
        return fingerprints[2 * index];
    }

    /** The lower half; 0 when it is too long. */
    long low(int index) {
        return fingerprints[2 * index + 1];
    }

    /** Where the array ends, if all of them are events: at its bracket. */
    int arrayEnd() {
        return ends[count - 1];
    }

    /**
     * Where an event ends that begins at {@code from}, if it is written as our clients write it: after the first two closing
     * braces, of its payload and its own, that a comma or the end of the array follows, from where those of the shortest
     * event are. Only a guess: what is between may be anything.
     *
     * @return the place of that comma or bracket; -1 when there is none
     */
    static int likelyEnd(byte[] bytes, int from) {
        int at = from + BEFORE_BRACES;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long different = (long) EIGHT_BYTES.get(bytes, at) ^ BRACES;
            // A high bit is set for each zero byte, and perhaps for some above the first.
            long found = (different - ONES) & ~different & HIGH_BITS;
            while (found != 0) {
                int brace = at + (Long.numberOfTrailingZeros(found) >>> 3);
                if (isEnd(bytes, brace)) {
                    return brace + 2;
                }
                found &= found - 1;
            }
        }
        for (; at < bytes.length; at++) {
            if (isEnd(bytes, at)) {
                return at + 2;
            }
        }
        return -1;
    }

    private static boolean isEnd(byte[] bytes, int at) {
        return at < bytes.length - 2
                && bytes[at] == '}'
                && bytes[at + 1] == '}'
                && (bytes[at + 2] == ',' || bytes[at + 2] == ']');
    }
}
