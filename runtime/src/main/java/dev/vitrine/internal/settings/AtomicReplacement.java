package dev.vitrine.internal.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file in one step: a reader, also after a power failure, finds the old content or the new one. A new file can
 * be read by its owner alone; one that was there keeps its mode.
 */
final class AtomicReplacement {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ALONE_FOLDER = PosixFilePermissions.fromString("rwx------");

    private AtomicReplacement() {}

    /**
     * Makes {@code content} the content of {@code file}, which is no symbolic link.
     *
     * @throws IOException when that cannot be done; the file is as it was
     */
    static void write(Path file, byte[] content) throws IOException {
        createFolder(folderOf(file));
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft,
                    Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    attributes(file, OWNER_ALONE))) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (Files.exists(file) && isPosix(file)) {
                Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Makes a folder, and those around it, where they are missing: for the owner alone. */
    static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, OWNER_ALONE_FOLDER));
        }
    }

    /** The attributes of a new file that only its owner can read, where the file system knows of owners. */
    static FileAttribute<?>[] ownerAlone(Path file) {
        return attributes(file, OWNER_ALONE);
    }

    static Path folderOf(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        return folder;
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
