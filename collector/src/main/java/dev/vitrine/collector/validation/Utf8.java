package dev.vitrine.collector.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8, to the letter: the parser itself is more lenient, and would guess other encodings. */
final class Utf8 {
    private Utf8() {}

    /** Whether these are UTF-8 without a zero byte, which no JSON has, and every JSON in UTF-16 or UTF-32. */
    static boolean isText(byte[] bytes) {
        return isText(bytes, 0, bytes.length);
    }

    /** The same, of the bytes between two places. */
    static boolean isText(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int at = from; at < to; at++) {
            byte one = bytes[at];
            if (one == 0) {
                return false;
            }
            ascii &= one > 0;
        }
        return ascii || isWellFormed(ByteBuffer.wrap(bytes, from, to - from));
    }

    private static boolean isWellFormed(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
