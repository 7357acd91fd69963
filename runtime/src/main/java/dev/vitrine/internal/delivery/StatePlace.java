package dev.vitrine.internal.delivery;

import dev.vitrine.internal.platform.FileTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether a state directory can keep anything, above all the audit log: what cannot be kept for the user to read is not
 * sent. It is looked at and not tried, so that looking leaves no trace. A disk that is full shows only when it is written
 * to; delivery counts that.
 */
public final class StatePlace {
    private StatePlace() {}

    /** Why nothing can be kept in {@code directory}, in words that can follow a colon; null when something can. */
    public static @Nullable String problem(@Nullable Path directory) {
        if (directory == null) {
            return "no home folder is known";
        }
        try {
            String problem = Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                    ? problemOfFolder(directory)
                    : problemAbove(directory);
            if (problem == null) {
                problem = problemOfSpool(directory.resolve(Spool.DIRECTORY));
            }
            return problem == null ? problemOfFile(directory.resolve(AuditLog.CURRENT)) : problem;
        } catch (IOException refused) {
            String message = refused.getMessage();
            return message != null && message.contains(" ") ? message : directory + " cannot be examined";
        }
    }

    private static @Nullable String problemOfFolder(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            return folder + " is a link, to a place that may be another's";
        } else if (!Files.isDirectory(folder)) {
            return folder + " is not a folder";
        }
        FileTrust.requireOwn(folder);
        return FileTrust.isWritableFolder(folder) ? null : folder + " is read-only";
    }

    /** What waits in the spool is sent as it lies there, so nobody else may be able to put anything in. */
    private static @Nullable String problemOfSpool(Path spool) throws IOException {
        // What is no folder of its own, such as a link, is neither read nor written to.
        if (Files.isDirectory(spool, LinkOption.NOFOLLOW_LINKS)) {
            FileTrust.requireOwnAlone(spool);
        }
        return null;
    }

    /** Whether the missing folder can be made. */
    private static @Nullable String problemAbove(Path missing) {
        Path above = missing.getParent();
        while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        if (above == null) {
            return missing + " is on no disk";
        } else if (!Files.isDirectory(above)) {
            return above + " is not a folder";
        }
        return Files.isWritable(above) ? null : missing + " cannot be made, because " + above + " is read-only";
    }

    private static @Nullable String problemOfFile(Path log) {
        if (!Files.exists(log, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        } else if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
            return log + " is not a file of its own";
        }
        return Files.isWritable(log) ? null : log + " is read-only";
    }
}
