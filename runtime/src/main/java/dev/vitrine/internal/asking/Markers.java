package dev.vitrine.internal.asking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of having asked: small files in the state directory, readable by the user alone. None of them holds
 * anything that tells one installation from another.
 */
final class Markers {
    private static final int MOST_BYTES = 1 << 20;

    private final @Nullable Path directory;

    /** Takes the state directory; null when there is none: then nothing can be remembered. */
    Markers(@Nullable Path directory) {
        this.directory = directory;
    }

    /** What a marker says; null when it is not there. One that is there and cannot be read says nothing: an empty text. */
    @Nullable
    String read(String name) {
        if (directory == null) {
            return null;
        }
        Path file = directory.resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Makes a marker that is not there yet; true for the one process that made it. */
    boolean create(String name, String text) {
        if (directory == null) {
            return false;
        }
        try {
            createDirectory(directory);
            write(directory.resolve(name), text);
            return true;
        } catch (IOException thereOrRefused) {
            return false;
        }
    }

    /** Makes a marker, or replaces what it says; false when that cannot be done. */
    boolean replace(String name, String text) {
        if (directory == null) {
            return false;
        }
        Path draft = directory.resolve(name + '.' + UUID.randomUUID() + ".new");
        try {
            createDirectory(directory);
            try {
                write(draft, text);
                Files.move(
                        draft,
                        directory.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, attributes(directory, "rwx------"));
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(directory + " is a link, to a place that is not ours to write to");
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
        // Not by a channel, which closes itself when its thread is interrupted.
        Files.writeString(file, text, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
