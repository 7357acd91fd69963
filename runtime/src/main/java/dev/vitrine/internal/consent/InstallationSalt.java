package dev.vitrine.internal.consent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file with the random key of this installation, from which pseudonyms are made. The delivery makes it when the first
 * pseudonym is written under identified consent; it never leaves the machine, and goes with the tracking id.
 */
final class InstallationSalt {
    private final @Nullable Path file;

    /** Takes the state directory; null when there is none. */
    InstallationSalt(@Nullable Path stateDirectory) {
        this.file = stateDirectory == null ? null : stateDirectory.resolve("salt");
    }

    /** Forgets the key: what is sent afterwards cannot be connected with what was sent before. */
    void delete() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
