package dev.vitrine.collector.validation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vitrine.collector.store.Release;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Envelopes that came before, by all their bytes but the batch's id, which our clients write first: there are few, as many
 * as there are releases and platforms. One with an id is somebody's own, and is not remembered.
 *
 * <p>Safe for use by several threads.
 */
final class KnownEnvelopes {
    private static final byte[] BEGIN = "{\"batch\":\"".getBytes(US_ASCII);
    private static final int ID_END = BEGIN.length + EnvelopeReader.BATCH_ID_DIGITS;
    private static final int PLACES = 1 << 10;

    private static final class Known {
        private final byte[] rest;
        private final CatalogRules rules;
        private final Release release;

        Known(byte[] rest, CatalogRules rules, Release release) {
            this.rest = rest;
            this.rules = rules;
            this.release = release;
        }
    }

    private final @Nullable Known[] places = new Known[PLACES];

    /**
     * Where in a body the array begins that the first bracket opens; -1 when that is not where it could be known.
     * Nothing else is known about it.
     */
    static int array(byte[] body) {
        int last = Math.min(body.length, ID_END + Fingerprints.LONGEST);
        for (int at = ID_END; at < last; at++) {
            if (body[at] == '[') {
                return at;
            }
        }
        return -1;
    }

    /** The envelope of a body, of which the events begin in a place; null when it is not known. */
    @Nullable
    Envelope find(byte[] body, int array) {
        if (!canBeKnown(body, array)) {
            return null;
        }
        Known known = places[place(body, array)];
        if (known == null || !Arrays.equals(known.rest, 0, known.rest.length, body, ID_END, array)) {
            return null;
        }
        String batch = new String(body, BEGIN.length, EnvelopeReader.BATCH_ID_DIGITS, ISO_8859_1);
        return TextForms.isHexadecimal(batch, EnvelopeReader.BATCH_ID_DIGITS)
                ? new Envelope(batch, null, known.rules, known.release)
                : null;
    }

    /** Remembers the envelope of a body of which all was accepted. */
    void remember(byte[] body, int array, Envelope envelope) {
        if (!envelope.isIdentified() && array == array(body) && canBeKnown(body, array)) {
            places[place(body, array)] =
                    new Known(Arrays.copyOfRange(body, ID_END, array), envelope.rules(), envelope.release());
        }
    }

    private static boolean canBeKnown(byte[] body, int array) {
        return Fingerprints.isOfLength(array - ID_END)
                && Arrays.equals(body, 0, BEGIN.length, BEGIN, 0, BEGIN.length)
                && body[ID_END] == '"';
    }

    private static int place(byte[] body, int array) {
        long[] fingerprint = new long[2];
        Fingerprints.write(body, ID_END, array, fingerprint, 0);
        return Fingerprints.hash(fingerprint[0], fingerprint[1]) & (PLACES - 1);
    }
}
