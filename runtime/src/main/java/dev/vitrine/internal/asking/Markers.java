package dev.vitrine.internal.asking;

import dev.vitrine.internal.encoding.RandomBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of asking, in files of the state directory: that a hint was shown, what the user was asked about,
 * and on which side of the draw this installation fell. None of it is ever sent, and none of it tells two users apart.
 *
 * <p>A marker that cannot be written means: do not ask, for else it would come at every start.
 */
final class Markers {
    private static final String HINTED = "hinted";
    private static final String ASKED = "asked";
    private static final String DRAW = "draw";
    /** Coarse on purpose: a number of many digits would be an identifier. */
    private static final int SIDES = 100;

    private final @Nullable Path directory;

    /** Takes the state directory; null when there is none. */
    Markers(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Marks that a hint was shown; false when one was already, or it cannot be marked. */
    boolean markHinted() {
        try {
            return directory != null && !Files.exists(directory.resolve(HINTED)) && create(directory, HINTED, "");
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** What the user was asked about; empty when nothing yet. */
    List<String> askedAbout() {
        return lines(ASKED);
    }

    /** Marks what the user is asked about; false when it cannot be marked. */
    boolean markAsked(List<String> atoms) {
        if (directory == null) {
            return false;
        }
        try {
            createDirectory(directory);
            Path draft = directory.resolve(ASKED + '.' + RandomBytes.nextHexadecimal(8));
            Files.writeString(draft, String.join("\n", atoms) + "\n", StandardCharsets.UTF_8);
            Files.move(draft, directory.resolve(ASKED), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException unwritable) {
            return false;
        }
    }

    /** Whether this installation belongs to the share that is asked; draws once, and remembers. */
    boolean isInShare(double share) {
        if (share >= 1 || share <= 0) {
            return share >= 1;
        }
        try {
            if (directory != null && lines(DRAW).isEmpty()) {
                create(directory, DRAW, Integer.toString(new SecureRandom().nextInt(SIDES)));
            }
            List<String> drawn = lines(DRAW);
            return !drawn.isEmpty() && Integer.parseInt(drawn.get(0)) < share * SIDES;
        } catch (IOException | NumberFormatException unknown) {
            return false;
        }
    }

    private List<String> lines(String name) {
        try {
            return directory == null || !Files.isRegularFile(directory.resolve(name))
                    ? List.of()
                    : Files.readAllLines(directory.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Makes a file; false when another process has made it at the same moment. */
    private static boolean create(Path directory, String name, String content) throws IOException {
        createDirectory(directory);
        try {
            Files.createFile(directory.resolve(name));
        } catch (FileAlreadyExistsException other) {
            return false;
        }
        Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
        return true;
    }

    private static void createDirectory(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(
                directory,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0]);
    }
}
