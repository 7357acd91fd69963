package dev.vitrine.internal.settings;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces a file in one step: a reader, also after a power failure, finds the old content or the new one. A new file can
 * be read by its owner alone; one that was there keeps its mode.
 */
public final class AtomicReplacement {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ALONE_FOLDER = PosixFilePermissions.fromString("rwx------");

    private AtomicReplacement() {}

    /**
     * Makes {@code content} the content of {@code file}, which is no symbolic link.
     *
     * @throws IOException when that cannot be done; the file is as it was
     */
    public static void write(Path file, byte[] content) throws IOException {
        createFolder(folderOf(file));
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            Files.createFile(draft, attributes(file, OWNER_ALONE));
            // By java.io: a channel closes itself when its thread is interrupted, and a no must be stored all the same.
            try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
                out.write(content);
                out.getFD().sync();
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
