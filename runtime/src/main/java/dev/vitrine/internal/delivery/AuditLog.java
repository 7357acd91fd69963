package dev.vitrine.internal.delivery;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent: each request body as a line of {@code sent.jsonl}, written right before the same bytes go to the socket.
 * A batch that had to be sent twice is there twice.
 *
 * <p>At 5 MiB the file gets another name and a new one begins; of the old ones the newest are kept, 5 MiB at least once
 * there is so much.
 */
public final class AuditLog {
    static final long MOST_BYTES = 5L * 1024 * 1024;
    static final String CURRENT = "sent.jsonl";
    private static final String OLD = "sent-";
    private static final String EXTENSION = ".jsonl";
    /** Milliseconds since 1970 have as many until the year 2286. */
    private static final int TIME_DIGITS = 13;

    private final StateDirectory state;
    private final Claimer self;
    private final @Nullable Path logFile;
    private boolean endChecked;

    /** Takes the file of the user's own that gets the same lines, or null. */
    AuditLog(StateDirectory state, Claimer self, @Nullable Path logFile) {
        this.state = state;
        this.self = self;
        this.logFile = logFile;
    }

    /**
     * Writes a line, before the request.
     *
     * @throws IOException when it could not be written whole; then nothing may be sent
     */
    void append(Batch batch, long now) throws IOException {
        Path file = state.resolve(CURRENT);
        state.create(state.path());
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a link; what was sent is only written to a file of its own");
        }
        File current = file.toFile();
        if (current.length() + batch.length() + 1 > MOST_BYTES) {
            rotate(now);
        }
        if (!endChecked) {
            endLastLine(current);
        }
        endChecked = false;
        state.createFile(file);
        appendLine(current, batch);
        endChecked = true;
    }

    /** Writes the line to the user's own file too, if there is one: after the request, which must not wait for it. */
    void copy(Batch batch) {
        appendToLogFile(logFile, batch);
    }

    /**
     * Writes a line to the user's own file alone; false when there is none, or it cannot be written to. A pipe or a device
     * is passed over: it could keep the writer waiting for ever, and the host's own output could be behind it.
     */
    static boolean appendToLogFile(@Nullable Path logFile, Batch batch) {
        if (logFile == null || (logFile.toFile().exists() && !logFile.toFile().isFile())) {
            return false;
        }
        try {
            appendLine(logFile.toFile(), batch);
            return true;
        } catch (IOException | RuntimeException refused) {
            // The user's file is a courtesy; the audit log itself was written.
            return false;
        }
    }

    /** What was sent, as far back as it is kept: one request body a line, the oldest first. */
    public static List<String> lines(Path stateDirectory) {
        List<String> lines = new ArrayList<>();
        List<String> names = old(stateDirectory);
        names.add(CURRENT);
        for (String name : names) {
            try {
                byte[] bytes = StateDirectory.read(stateDirectory.resolve(name), Integer.MAX_VALUE - 16);
                if (bytes != null && bytes.length > 0) {
                    lines.addAll(
                            new String(bytes, StandardCharsets.UTF_8).lines().toList());
                }
            } catch (IOException unreadable) {
                lines.add(stateDirectory.resolve(name) + " cannot be read: " + unreadable.getMessage());
            }
        }
        return lines;
    }

    /** Deletes all of it. */
    static void forget(Path stateDirectory) {
        List<String> names = old(stateDirectory);
        names.add(CURRENT);
        for (String name : names) {
            StateDirectory.delete(stateDirectory.resolve(name));
        }
    }

    private void rotate(long now) {
        // A name of its own: were it always the same, the second of two processes would delete what the first has
        // saved.
        // Padded by hand, so that the names sort by time: a format would write some languages' own digits.
        String digits = Long.toString(now);
        String padded = "0".repeat(Math.max(0, TIME_DIGITS - digits.length())) + digits;
        StateDirectory.rename(state.resolve(CURRENT), state.resolve(OLD + padded + '-' + self.nonce() + EXTENSION));
        List<String> names = old(state.path());
        long kept = 0;
        for (int i = names.size() - 1; i >= 0; i--) {
            File file = state.resolve(names.get(i)).toFile();
            if (kept >= MOST_BYTES - BatchName.LARGEST_BYTES) {
                StateDirectory.delete(file.toPath());
            }
            kept += file.length();
        }
    }

    /** The older files' names, the oldest first. */
    private static List<String> old(Path stateDirectory) {
        List<String> old = new ArrayList<>();
        String[] names = StateDirectory.names(stateDirectory);
        Arrays.sort(names);
        for (String name : names) {
            if (name.startsWith(OLD) && name.endsWith(EXTENSION)) {
                old.add(name);
            }
        }
        return old;
    }

    private static void appendLine(File file, Batch batch) throws IOException {
        try (OutputStream out = new FileOutputStream(file, true)) {
            // One write, which is not mixed with another process's.
            out.write(batch.line(), 0, batch.length() + 1);
        }
    }

    /** Ends a line that a full disk or a killed process left unfinished, so that the next one stands alone. */
    private static void endLastLine(File file) throws IOException {
        if (file.length() == 0) {
            return;
        }
        try (RandomAccessFile last = new RandomAccessFile(file, "rw")) {
            last.seek(last.length() - 1);
            if (last.read() != '\n') {
                last.write('\n');
            }
        }
    }
}
