package dev.vitrine.internal.settings;

import dev.vitrine.ConsentStore;
import dev.vitrine.internal.platform.FileTrust;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Consent in the member {@code analytics} of a settings file. The file's other members, its comments and its formatting
 * are the user's, and stay as they are, byte for byte.
 */
public final class SettingsFile implements ConsentStore {
    /** The member that holds the decision. */
    public static final String MEMBER = "analytics";

    /** No settings file that people write is larger; reading one that is would cost memory. */
    private static final int MAX_SIZE = 1 << 20;

    /** What is kept free for a no, which is never as long. */
    private static final int ROOM_FOR_A_NO = 1 << 10;

    /** Links that lead to links; more is taken for a circle. */
    private static final int MAX_LINKS = 16;

    private static final String STAMP = "fileKey,size,lastModifiedTime";

    /** The time of the last change of any kind tells of a new owner and a new mode as well, and cannot be set. */
    private static final String UNIX_STAMP = "unix:ctime," + STAMP;

    private final Path file;

    /** Takes an absolute path; the file need not exist. */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    @Override
    public @Nullable String read() throws IOException {
        return text(target()).member(MEMBER);
    }

    @Override
    public boolean replace(@Nullable String expected, @Nullable String replacement) throws IOException {
        Path target = target();
        return new FileGuard(target).alone(() -> {
            SettingsText text = text(target);
            if (!Objects.equals(text.member(MEMBER), expected)) {
                return false;
            }
            if (!Objects.equals(expected, replacement)) {
                if (Files.exists(target) && !FileTrust.isWritable(target)) {
                    throw new FileSystemException(target + " is read-only");
                }
                AtomicReplacement.write(target, changed(target, text, replacement));
            }
            return true;
        });
    }

    /** What becomes of the file: nothing that could not be read again, and after a yes there is room for a no. */
    private static byte[] changed(Path target, SettingsText text, @Nullable String replacement) throws IOException {
        if (replacement == null) {
            return text.without(MEMBER);
        }
        byte[] content = text.with(MEMBER, replacement);
        if (content.length > (replacement.length() > ROOM_FOR_A_NO ? MAX_SIZE - ROOM_FOR_A_NO : MAX_SIZE)) {
            throw new FileSystemException(target + " would become larger than 1 MiB, and could not be read any more");
        }
        return content;
    }

    /** Why a decision that this file holds could not be taken back; null when it could. */
    public @Nullable String whyReadOnly() {
        try {
            Path target = target();
            return FileTrust.isWritable(target) ? null : target + " is read-only, so a no could not be stored";
        } catch (IOException unknown) {
            return file + " cannot be examined, so a no could not be stored";
        }
    }

    /**
     * A value that differs whenever the file was replaced or written, or got another owner or another mode, or null when
     * that is not certain: the file is so young that a second change could bear the same time.
     */
    public @Nullable Object stamp() {
        try {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            Map<String, Object> stamp = Files.readAttributes(file, unix ? UNIX_STAMP : STAMP);
            long now = System.currentTimeMillis();
            for (Object value : stamp.values()) {
                if (value instanceof FileTime time && Math.abs(now - time.toMillis()) < 2_000) {
                    return null;
                }
            }
            return stamp;
        } catch (NoSuchFileException missing) {
            return Map.of();
        } catch (IOException unknown) {
            return null;
        }
    }

    private SettingsText text(Path target) throws IOException {
        if (FileTrust.examine(target) == null) {
            return SettingsText.empty();
        }
        FileTrust.requireOwn(target);
        // Opening a pipe or a device could wait for ever.
        if (!Files.isRegularFile(target)) {
            throw new FileSystemException(target + " is not a file");
        }
        byte[] content;
        // By java.io: channels cost a command-line tool some milliseconds at their first use.
        try (InputStream in = new FileInputStream(target.toFile())) {
            content = in.readNBytes(MAX_SIZE + 1);
        }
        if (content.length > MAX_SIZE) {
            throw new FileSystemException(target + " is larger than 1 MiB");
        }
        try {
            return SettingsText.parse(content);
        } catch (MalformedJsonException malformed) {
            throw new IOException(target + " cannot be understood: " + malformed.getMessage(), malformed);
        }
    }

    /** The file that is meant: the end of the user's own symbolic links. */
    private Path target() throws IOException {
        Path target = file;
        BasicFileAttributes there = FileTrust.examine(target);
        for (int links = 0; there != null && there.isSymbolicLink(); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(file + " is a symbolic link that leads in a circle");
            }
            FileTrust.requireOwnLink(target);
            target = target.resolveSibling(Files.readSymbolicLink(target));
            there = FileTrust.examine(target);
        }
        return target;
    }
}
