package dev.vitrine.collector.validation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * Fingerprints of 128 bits, by which short byte strings are known again without a look at the bytes they had. The function is
 * NH of UMAC, with signed words of 64 bits (Black, Halevi, Krawczyk, Krovetz and Rogaway, CRYPTO '99): of any two different
 * strings of one length, the fingerprints are the same for at most one in 2<sup>63</sup> keys. The key is drawn when the
 * process starts and told to nobody, so nobody can look for such strings.
 */
final class Fingerprints {
    /** The shortest string there is one of. */
    static final int SHORTEST = 4 * Long.BYTES;

    /** The longest string there is one of. */
    static final int LONGEST = 256;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final long[] KEY =
            new SecureRandom().longs(LONGEST / Long.BYTES).toArray();

    private Fingerprints() {}

    /** Whether there is a fingerprint of strings of this length. */
    static boolean isOfLength(int length) {
        return length >= SHORTEST && length <= LONGEST;
    }

    /**
     * Writes the fingerprint of the bytes between two places, of a length that there is one of, into two elements, of which
     * the first is number {@code index}.
     * The last words overlap those before them, where the length is no multiple of theirs.
     */
    static void write(byte[] bytes, int from, int to, long[] fingerprints, int index) {
        long high = 0;
        long low = 0;
        int word = 0;
        int last = to - SHORTEST;
        for (int at = from; ; at = Math.min(at + SHORTEST, last)) {
            long first = word(bytes, at) + KEY[word];
            long second = word(bytes, at + Long.BYTES) + KEY[word + 1];
            long third = word(bytes, at + 2 * Long.BYTES) + KEY[word + 2];
            long fourth = word(bytes, at + 3 * Long.BYTES) + KEY[word + 3];
            long product = first * second;
            low += product;
            high += Math.multiplyHigh(first, second) + carry(low, product);
            product = third * fourth;
            low += product;
            high += Math.multiplyHigh(third, fourth) + carry(low, product);
            word += 4;
            if (at >= last) {
                break;
            }
        }
        fingerprints[index] = high;
        fingerprints[index + 1] = low;
    }

    private static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** What is carried into the upper half when the lower one has become this sum by adding. */
    private static long carry(long sum, long added) {
        return Long.compareUnsigned(sum, added) < 0 ? 1 : 0;
    }

    /** A number that is spread evenly over all there are, and that no more than a fingerprint is to be foreseen. */
    static int hash(long high, long low) {
        return (int) (((high ^ Long.rotateLeft(low, Integer.SIZE)) * MIXER) >>> Integer.SIZE);
    }
}
