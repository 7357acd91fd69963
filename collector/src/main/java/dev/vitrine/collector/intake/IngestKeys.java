package dev.vitrine.collector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which batches may be sent from other machines, straight or through a proxy: one a line in a file, where {@code #} begins a comment. A key
 * is public, for every copy of the application has it, and allows nothing but to add: it keeps strangers' noise out, and can
 * be revoked. Whoever changes the file changes the keys, within seconds.
 */
public final class IngestKeys {
    private static final Logger LOG = LoggerFactory.getLogger(IngestKeys.class);
    private static final long LOOK_AGAIN_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final @Nullable Path file;
    private @Nullable FileTime stamp;
    private long lookAgain = System.nanoTime();
    private volatile List<byte[]> keys = List.of();

    /**
     * Reads the file; null for no keys, which lets in nobody who needs one.
     *
     * @throws IOException when it cannot be read; the message says what to do
     */
    public IngestKeys(@Nullable Path file) throws IOException {
        this.file = file;
        if (file == null) {
            return;
        }
        try {
            stamp = Files.getLastModifiedTime(file);
            keys = read(file);
        } catch (IOException unreadable) {
            throw new IOException(
                    "The ingest keys in " + file + " cannot be read. Name a text file with one key a line (--keys) that"
                            + " this user may read.",
                    unreadable);
        }
    }

    /** Whether there is a file of keys, even one in which all are revoked. */
    boolean areGiven() {
        return file != null;
    }

    /** Whether there is any key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether this is one of the keys now. */
    boolean allows(String key) {
        readAgainIfDue();
        byte[] asked = key.getBytes(UTF_8);
        boolean found = false;
        for (byte[] known : keys) {
            found |= MessageDigest.isEqual(known, asked);
        }
        return found;
    }

    private synchronized void readAgainIfDue() {
        if (file == null || System.nanoTime() - lookAgain < 0) {
            return;
        }
        lookAgain = System.nanoTime() + LOOK_AGAIN_NANOSECONDS;
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(stamp)) {
                keys = read(file);
                stamp = now;
            }
        } catch (IOException unreadable) {
            // A key that may have been revoked is no key.
            keys = List.of();
            stamp = null;
            LOG.warn("the file of ingest keys cannot be read; no key is valid");
        }
    }

    private static List<byte[]> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.getBytes(UTF_8))
                .toList();
    }
}
