package dev.vitrine.internal.deletion;

import dev.vitrine.internal.delivery.StatePlace;
import dev.vitrine.internal.settings.AtomicReplacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tracking ids under which the recipient has something that it was to delete, and has not confirmed that it did: one a
 * line, in a file in the state directory, for the user alone. There is no file when there are none.
 */
public final class UnconfirmedDeletions {
    private static final String FILE = "to-forget";

    private final @Nullable Path directory;

    /** Takes the state directory; null when there is none: then nothing was sent, either. */
    public UnconfirmedDeletions(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Where they are; null without a state directory. */
    public @Nullable Path file() {
        return directory == null ? null : directory.resolve(FILE);
    }

    /** The ids, the oldest first; none when nobody can read them. */
    public List<String> ids() {
        Path file = file();
        if (file == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            return Files.readString(file)
                    .lines()
                    .filter(UnconfirmedDeletions::isId)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * Keeps these ids, and no others.
     *
     * @throws IOException when that cannot be done; what was kept before is kept still
     */
    public void replace(Collection<String> ids) throws IOException {
        Path file = file();
        if (file == null) {
            return;
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file))) {
            throw new IOException(file + " cannot be read, and may name ids that are still to be forgotten");
        } else if (ids.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        String problem = StatePlace.problem(directory);
        if (problem != null) {
            throw new IOException(problem);
        }
        AtomicReplacement.write(file, (String.join("\n", ids) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isId(String line) {
        try {
            return UUID.fromString(line).toString().equals(line);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
