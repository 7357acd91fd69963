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
 * vitrine https://pi.example/api/analytics b1946ac9-… = 5d41402a
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
    static final class Content {
        final String protocol;
        final String destination;
        final Batch batch;

        private Content(String protocol, String destination, Batch batch) {
            this.protocol = protocol;
            this.destination = destination;
            this.batch = batch;
        }
    }

    /** What stands in the file before the batch's body. */
    static byte[] head(String protocol, String destination, Batch batch) {
        Identity identity = batch.identity();
        byte[] description = (protocol
                        + ' '
                        + destination
                        + ' '
                        + orAbsent(identity.trackingId())
                        + ' '
                        + orAbsent(identity.userId())
                        + ' '
                        + orAbsent(identity.scope())
                        + '\n')
                .getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(description, 0, description.length);
        checksum.update(batch.line(), 0, batch.length());
        byte[] firstLine = firstLine(checksum).getBytes(StandardCharsets.US_ASCII);
        byte[] head = Arrays.copyOf(firstLine, FIRST_LINE + description.length);
        System.arraycopy(description, 0, head, FIRST_LINE, description.length);
        return head;
    }

    /** Reads a file; null when it is not, byte for byte, what was written. */
    static @Nullable Content read(BatchName name, byte[] file) {
        if (file.length <= FIRST_LINE) {
            return null;
        }
        CRC32 checksum = new CRC32();
        checksum.update(file, FIRST_LINE, file.length - FIRST_LINE);
        String firstLine = new String(file, 0, FIRST_LINE, StandardCharsets.ISO_8859_1);
        if (!firstLine.equals(firstLine(checksum))) {
            return null;
        }
        int end = FIRST_LINE;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        String[] words = new String(file, FIRST_LINE, end - FIRST_LINE, StandardCharsets.UTF_8).split(" ", -1);
        if (words.length != 5 || end == file.length) {
            return null;
        }
        Identity identity = new Identity(orNull(words[2]), orNull(words[3]), orNull(words[4]));
        int length = file.length - end - 1;
        for (int i = end + 1; i < file.length; i++) {
            if (file[i] == '\n') {
                // No body that was encoded here has one; in the audit log, it would make two requests of one.
                return null;
            }
        }
        byte[] line = Arrays.copyOfRange(file, end + 1, file.length + 1);
        line[length] = '\n';
        Batch batch = new Batch(name.id(), name.created(), name.events(), identity, line, length);
        return new Content(words[0], words[1], batch);
    }

    private static String firstLine(CRC32 checksum) {
        return MAGIC + Hexadecimal.of(checksum.getValue()) + '\n';
    }

    private static String orAbsent(@Nullable String id) {
        return id == null ? ABSENT : id;
    }

    private static @Nullable String orNull(String word) {
        return word.equals(ABSENT) ? null : word;
    }
}
