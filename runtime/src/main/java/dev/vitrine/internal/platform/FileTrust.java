package dev.vitrine.internal.platform;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file or folder can be the user's own: a decision that someone else could have written, or that the user could
 * not take back, is none, and what is kept where everybody can write may be anybody's. Only POSIX file systems say so;
 * elsewhere, the profile folder's access control is relied on.
 */
public final class FileTrust {
    private FileTrust() {}

    /**
     * What is there under this name, be it a link that leads nowhere; null when it is certain that there is nothing.
     * {@code Files.exists} says no as well where it may not look, and what it does not see may be the user's no.
     *
     * @throws IOException when it cannot be told
     */
    public static @Nullable BasicFileAttributes examine(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException nothing) {
            return null;
        } catch (IOException refused) {
            // Below a file there is nothing either; the JDK has no exception of its own for that.
            for (Path above = path.getParent(); above != null; above = above.getParent()) {
                if (Files.isRegularFile(above)) {
                    return null;
                }
            }
            throw refused;
        }
    }

    /**
     * Checks that only the user can have written the file, or in the folder.
     *
     * @throws FileSystemException when it is another user's, or everybody may write it
     */
    public static void requireOwn(Path file) throws IOException {
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
     * Checks that only the user can have written in the folder, and no group either.
     *
     * @throws FileSystemException when it is another user's, or others may write in it
     */
    public static void requireOwnAlone(Path folder) throws IOException {
        requireOwn(folder);
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.GROUP_WRITE)) {
            throw new FileSystemException(folder + " can be written by a group; chmod g-w makes it yours again");
        }
    }

    /**
     * Checks that a symbolic link is the user's own.
     *
     * @throws FileSystemException when it is another user's
     */
    public static void requireOwnLink(Path link) throws IOException {
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

    /** Whether the user may replace the file, by its mode: for root, too, for whom the system makes no difference. */
    public static boolean isWritable(Path file) throws IOException {
        Path parent = file.getParent();
        return isWritableByMode(file) && parent != null && Files.isWritable(parent);
    }

    /** Whether the user may make files in the folder, by its mode: for root, too. */
    public static boolean isWritableFolder(Path folder) throws IOException {
        return isWritableByMode(folder) && Files.isExecutable(folder);
    }

    private static boolean isWritableByMode(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return (view == null || view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE))
                && Files.isWritable(path);
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
