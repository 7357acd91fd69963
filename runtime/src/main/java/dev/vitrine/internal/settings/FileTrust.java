package dev.vitrine.internal.settings;

import dev.vitrine.internal.platform.OperatingSystem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file can be the user's own word: a decision that someone else could have written, or that the user could not
 * take back, is none. Only POSIX file systems say so; elsewhere, the profile folder's access control is relied on.
 */
final class FileTrust {
    private FileTrust() {}

    /**
     * Checks that only the user can have written the file.
     *
     * @throws FileSystemException when the file is another user's, or everybody may write it
     */
    static void requireOwn(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || OperatingSystem.current() == OperatingSystem.WINDOWS) {
            return;
        }
        requireOwner(file, view.getOwner());
        if (view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new FileSystemException(file + " can be written by everybody; chmod o-w makes it yours again");
        }
    }

    /**
     * Checks that a symbolic link is the user's own.
     *
     * @throws FileSystemException when it is another user's
     */
    static void requireOwnLink(Path link) throws IOException {
        if (OperatingSystem.current() != OperatingSystem.WINDOWS) {
            requireOwner(link, Files.getOwner(link, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void requireOwner(Path file, UserPrincipal owner) throws IOException {
        UserPrincipal self = self(file);
        if (self != null && !owner.equals(self)) {
            throw new FileSystemException(file + " belongs to another user");
        }
    }

    /** Whether the user may write the file, by its mode: for root, too, for whom the system makes no difference. */
    static boolean isWritable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (!permissions.contains(PosixFilePermission.OWNER_WRITE)) {
                return false;
            }
        }
        Path parent = file.getParent();
        return Files.isWritable(file) && parent != null && Files.isWritable(parent);
    }

    /** The user that this process runs as; null when that cannot be told. */
    private static @Nullable UserPrincipal self(Path file) throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.exists(process)) {
            return Files.getOwner(process);
        }
        try {
            return file.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name", ""));
        } catch (IOException | UnsupportedOperationException unknown) {
            return null;
        }
    }
}
