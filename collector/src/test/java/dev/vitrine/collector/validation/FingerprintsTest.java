package dev.vitrine.collector.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events are known again by these, so different ones must not have the same. */
class FingerprintsTest {
    private record Fingerprint(long high, long low) {
        static Fingerprint of(byte[] bytes, int from, int to) {
            long[] written = new long[4];
            Fingerprints.write(bytes, from, to, written, 1);
            assertThat(written[0] | written[3]).isZero();
            return new Fingerprint(written[1], written[2]);
        }

        static Fingerprint of(byte[] bytes) {
            return of(bytes, 0, bytes.length);
        }
    }

    private final Random random = new Random(29);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void the_same_bytes_have_the_same_wherever_they_lie() {
        for (int length = Fingerprints.SHORTEST; length <= Fingerprints.LONGEST; length++) {
            byte[] text = bytes(length);
            byte[] body = bytes(length + 40);
            int from = random.nextInt(41);
            System.arraycopy(text, 0, body, from, length);
            assertThat(Fingerprint.of(body, from, from + length)).isEqualTo(Fingerprint.of(text));
        }
    }

    @Test
    void every_bit_counts_at_every_length() {
        for (int length = Fingerprints.SHORTEST; length <= Fingerprints.LONGEST; length++) {
            byte[] text = bytes(length);
            Set<Fingerprint> seen = new HashSet<>(Set.of(Fingerprint.of(text)));
            for (int bit = 0; bit < 8 * length; bit++) {
                byte[] other = text.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(seen.add(Fingerprint.of(other)))
                        .as("bit %d of %d bytes", bit, length)
                        .isTrue();
            }
        }
    }

    @Test
    void bytes_in_another_order_have_another() {
        for (int length = Fingerprints.SHORTEST; length <= Fingerprints.LONGEST; length += 8) {
            byte[] text = bytes(length);
            for (int i = 0; i < 100; i++) {
                byte[] other = text.clone();
                int one = 8 * random.nextInt(length / 8);
                int two = 8 * random.nextInt(length / 8);
                System.arraycopy(text, one, other, two, 8);
                System.arraycopy(text, two, other, one, 8);
                assertThat(Fingerprint.of(other).equals(Fingerprint.of(text))).isEqualTo(Arrays.equals(other, text));
            }
        }
    }

    @Test
    void their_hashes_are_spread_evenly_over_the_places_that_they_choose() {
        int places = 1 << 13;
        int[] chosen = new int[places];
        for (int i = 0; i < 8 * places; i++) {
            byte[] text = String.format("{\"event\":\"edit-tool-outcome\",\"payload\":{\"attempts\":%d}}", i)
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            Fingerprint fingerprint = Fingerprint.of(text);
            chosen[Fingerprints.hash(fingerprint.high(), fingerprint.low()) & (places - 1)]++;
        }
        // By chance, 8 on average in each, there are more than 24 in one of some 300,000 places.
        assertThat(Arrays.stream(chosen).max().orElseThrow()).isLessThan(30);
        assertThat(Arrays.stream(chosen).filter(texts -> texts == 0).count()).isLessThan(30);
    }
}
