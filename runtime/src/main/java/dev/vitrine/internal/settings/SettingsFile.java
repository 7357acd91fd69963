package dev.vitrine.internal.settings;

import dev.vitrine.ConsentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

    /** Links that lead to links; more is taken for a circle. */
    private static final int MAX_LINKS = 16;

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
                AtomicReplacement.write(
                        target, replacement == null ? text.without(MEMBER) : text.with(MEMBER, replacement));
            }
            return true;
        });
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
     * A value that differs whenever the file was replaced or written, or null when that is not certain: the file is so
     * young that a second change could bear the same time.
     */
    public @Nullable Object stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = attributes.lastModifiedTime().toMillis();
            if (Math.abs(System.currentTimeMillis() - modified) < 2_000) {
                return null;
            }
            return new Stamp(attributes.fileKey(), modified, attributes.size());
        } catch (NoSuchFileException missing) {
            return Stamp.MISSING;
        } catch (IOException unknown) {
            return null;
        }
    }

    private SettingsText text(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return SettingsText.empty();
        }
        FileTrust.requireOwn(target);
        // Opening a pipe or a device could wait for ever.
        if (!Files.isRegularFile(target)) {
            throw new FileSystemException(target + " is not a file");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(target)) {
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
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemException(file + " is a symbolic link that leads in a circle");
            }
            FileTrust.requireOwnLink(target);
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private record Stamp(@Nullable Object fileKey, long modified, long size) {
        static final Stamp MISSING = new Stamp(null, 0, -1);

        /** By hand: what the compiler makes of records costs 30 milliseconds at its first use. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stamp that
                    && modified == that.modified
                    && size == that.size
                    && Objects.equals(fileKey, that.fileKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fileKey, modified, size);
        }
    }
}
