package dev.vitrine.internal.consent;

import dev.vitrine.internal.encoding.PseudonymKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The random key of this installation, from which pseudonyms are made. It is a file of the state directory, is made when
 * the first pseudonym is needed under identified consent, never leaves the machine, and goes with the tracking id.
 */
final class InstallationSalt {
    private static final int LENGTH = 32;

    private final @Nullable Path file;

    /** Takes the state directory; null when there is none, and then there are no pseudonyms. */
    InstallationSalt(@Nullable Path stateDirectory) {
        this.file = stateDirectory == null ? null : stateDirectory.resolve("salt");
    }

    /** The key, made now if there was none; null when it can be neither read nor stored. */
    @Nullable
    PseudonymKey key() {
        if (file == null) {
            return null;
        }
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] salt = Files.readAllBytes(file);
            return salt.length == LENGTH ? new PseudonymKey(salt) : null;
        } catch (IOException unusable) {
            return null;
        }
    }

    /** Forgets the key: what is sent afterwards cannot be connected with what was sent before. */
    void delete() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] salt = new byte[LENGTH];
        new SecureRandom().nextBytes(salt);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder, ownerAlone(posix, "rwx------"));
        }
        Path draft = Files.createFile(file.resolveSibling("salt." + UUID.randomUUID()), ownerAlone(posix, "rw-------"));
        try {
            Files.write(draft, salt, StandardOpenOption.WRITE);
            if (!Files.exists(file)) {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerAlone(boolean posix, String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString(permissions)))
                }
                : new FileAttribute<?>[0];
    }
}
