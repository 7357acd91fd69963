package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.RandomBytes;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The random key of this installation, for pseudonyms: made when the first one is written, in the file {@code salt} of
 * the state directory, and nowhere else. Deleting the file makes all earlier pseudonyms worthless.
 */
final class PseudonymSalt implements Supplier<@Nullable PseudonymKey> {
    static final String FILE = "salt";
    private static final int BYTES = 32;

    private final StateDirectory state;
    private final Claimer self;
    private boolean identified;
    /** Whether consent went away since the batch was begun: what the user has had deleted is not made again. */
    private volatile boolean withdrawn;

    private @Nullable PseudonymKey key;

    PseudonymSalt(StateDirectory state, Claimer self) {
        this.state = state;
        this.self = self;
    }

    /** Begins a batch: the key is read anew for each, since the user may have had it deleted. */
    void begin(Identity identity) {
        identified = identity.trackingId() != null;
        withdrawn = false;
        key = null;
    }

    /** Makes no key any more, until a batch is begun. Any thread may call this. */
    void withdraw() {
        withdrawn = true;
    }

    /**
     * The key, as it is on disk; null in a batch without a tracking id, after a withdrawal, and when it can neither be read nor made: then
     * pseudonyms are left out.
     */
    @Override
    public @Nullable PseudonymKey get() {
        if (identified && key == null && !withdrawn) {
            key = read();
        }
        return key;
    }

    private @Nullable PseudonymKey read() {
        try {
            byte[] bytes = StateDirectory.read(state.resolve(FILE), BYTES);
            if (bytes == null) {
                create();
                bytes = StateDirectory.read(state.resolve(FILE), BYTES);
            }
            return bytes == null || bytes.length < BYTES ? null : new PseudonymKey(bytes);
        } catch (IOException | RuntimeException refused) {
            return null;
        }
    }

    /** Puts a whole new file in place, unless another process has just done so: the first one counts. */
    private void create() throws IOException {
        state.create(state.path());
        Path temporary = state.resolve(self + ".salt");
        // For the user's eyes alone before there is anything in it.
        state.createFile(temporary);
        try (OutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(RandomBytes.next(BYTES));
        }
        try {
            Files.createLink(state.resolve(FILE), temporary);
        } catch (IOException | UnsupportedOperationException thereOrNoLinks) {
            if (!Files.exists(state.resolve(FILE))) {
                StateDirectory.rename(temporary, state.resolve(FILE));
            }
        } finally {
            StateDirectory.delete(temporary);
        }
    }
}
