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
    private static final String CURRENT = "sent.jsonl";
    private static final String OLD = "sent-";
    private static final String EXTENSION = ".jsonl";

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
     * Writes a line, to the user's own file too.
     *
     * @throws IOException when it could not be written whole; then nothing may be sent
     */
    void append(byte[] body, long now) throws IOException {
        Path file = state.resolve(CURRENT);
        state.create(state.path());
        if (Files.isSymbolicLink(file)) {
            throw new IOException(file + " is a link; what was sent is only written to a file of its own");
        }
        File current = file.toFile();
        if (current.length() + body.length + 1 > MOST_BYTES) {
            rotate(now);
        }
        if (!endChecked) {
            endLastLine(current);
        }
        endChecked = false;
        state.createFile(file);
        appendLine(current, body);
        endChecked = true;
        appendToLogFile(body);
    }

    /** Writes a line to the user's own file alone; false when there is none, or it cannot be written to. */
    boolean appendToLogFile(byte[] body) {
        if (logFile == null) {
            return false;
        }
        try {
            appendLine(logFile.toFile(), body);
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
        String digits = "%013d".formatted(now);
        StateDirectory.rename(state.resolve(CURRENT), state.resolve(OLD + digits + '-' + self.nonce() + EXTENSION));
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

    private static void appendLine(File file, byte[] body) throws IOException {
        byte[] line = Arrays.copyOf(body, body.length + 1);
        line[body.length] = '\n';
        try (OutputStream out = new FileOutputStream(file, true)) {
            // One write, which is not mixed with another process's.
            out.write(line);
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
