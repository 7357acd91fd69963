package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.Hexadecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file of the spool: a line with a checksum of all that follows, a line that says what the batch is, and
 * then the bytes that are sent.
 *
 * <pre>
 * vitrine 1 9f2c01ab
 * vitrine https://pi.example/api/analytics b1946ac9-… =
 * {"batch":…
 * </pre>
 */
final class SpoolFile {
    private static final String MAGIC = "vitrine 1 ";
    private static final int CHECKSUM_DIGITS = 8;
    private static final int FIRST_LINE = MAGIC.length() + CHECKSUM_DIGITS + 1;
    private static final String ABSENT = "=";

    private SpoolFile() {}

    /** Whether a batch is for this run's protocol and address, and what it is. */
    record Content(String protocol, String destination, Batch batch) {}

    /** The file's bytes. */
    static byte[] write(String protocol, String destination, Batch batch) {
        Identity identity = batch.identity();
        byte[] description = (protocol
                        + ' '
                        + destination
                        + ' '
                        + orAbsent(identity.trackingId())
                        + ' '
                        + orAbsent(identity.userId())
                        + '\n')
                .getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[FIRST_LINE + description.length + batch.body().length];
        System.arraycopy(description, 0, file, FIRST_LINE, description.length);
        System.arraycopy(batch.body(), 0, file, FIRST_LINE + description.length, batch.body().length);
        byte[] firstLine = (MAGIC + checksum(file) + '\n').getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(firstLine, 0, file, 0, FIRST_LINE);
        return file;
    }

    /** Reads a file; null when it is not, byte for byte, what was written. */
    static @Nullable Content read(BatchName name, byte[] file) {
        if (file.length != name.bytes() || file.length <= FIRST_LINE) {
            return null;
        }
        String firstLine = new String(file, 0, FIRST_LINE, StandardCharsets.ISO_8859_1);
        if (!firstLine.equals(MAGIC + checksum(file) + '\n')) {
            return null;
        }
        int end = FIRST_LINE;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        String[] words = new String(file, FIRST_LINE, end - FIRST_LINE, StandardCharsets.UTF_8).split(" ", -1);
        if (words.length != 4 || end == file.length) {
            return null;
        }
        Identity identity = new Identity(orNull(words[2]), orNull(words[3]));
        byte[] body = Arrays.copyOfRange(file, end + 1, file.length);
        return new Content(words[0], words[1], new Batch(name.id(), name.created(), name.events(), identity, body));
    }

    private static String checksum(byte[] file) {
        CRC32 checksum = new CRC32();
        checksum.update(file, FIRST_LINE, file.length - FIRST_LINE);
        return Hexadecimal.of(checksum.getValue());
    }

    private static String orAbsent(@Nullable String id) {
        return id == null ? ABSENT : id;
    }

    private static @Nullable String orNull(String word) {
        return word.equals(ABSENT) ? null : word;
    }
}
