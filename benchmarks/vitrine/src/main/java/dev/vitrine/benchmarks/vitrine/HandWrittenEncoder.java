package dev.vitrine.benchmarks.vitrine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody who wants speed writes by hand for this one record: fragments of bytes that are known before, one check of
 * the model against the names that are allowed, and the digits of a number.
 */
final class HandWrittenEncoder {
    private static final byte[] MODEL = ascii("{\"model\":");
    private static final byte[] OUTCOME = ascii(",\"outcome\":");
    private static final byte[] ATTEMPTS = ascii(",\"attempts\":");
    private static final byte[] OTHER = ascii("\"other\"");
    private static final byte[][] OUTCOMES = {ascii("\"applied\""), ascii("\"no_match\""), ascii("\"io_error\"")};

    private final Map<String, byte[]> models = new HashMap<>();
    private final byte[] bytes = new byte[4096];

    HandWrittenEncoder() {
        new KnownModels().values().forEach(name -> models.put(name, ascii('"' + name + '"')));
    }

    /** Writes an event from the buffer's beginning on, and answers for its length. */
    int encode(EditToolOutcome event) {
        int at = copy(MODEL, 0);
        at = copy(models.getOrDefault(event.model(), OTHER), at);
        at = copy(OUTCOME, at);
        at = copy(OUTCOMES[event.outcome().ordinal()], at);
        at = copy(ATTEMPTS, at);
        int attempts = Math.max(1, Math.min(20, event.attempts()));
        if (attempts >= 10) {
            bytes[at++] = (byte) ('0' + attempts / 10);
        }
        bytes[at++] = (byte) ('0' + attempts % 10);
        bytes[at++] = '}';
        return at;
    }

    byte[] bytes() {
        return bytes;
    }

    private int copy(byte[] fragment, int at) {
        System.arraycopy(fragment, 0, bytes, at, fragment.length);
        return at + fragment.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
