package dev.vitrine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where the user's decision is stored, for applications with settings of their own. The default is the key
 * {@code analytics} of a {@code settings.json}.
 *
 * <p>A decision is one JSON value, kept as text, character for character; the scope of a large catalog makes it tens of
 * thousands of characters long. An implementation may be called from several threads, and several processes may share
 * what is behind it: of those that replace the same text, one alone succeeds, and who reads meanwhile sees what was
 * there before or after, whole.
 *
 * <p>Whatever it throws, errors too, is taken as a no, and told to the user. On a thread that is interrupted it is called
 * as on any other, and the thread is interrupted again afterwards: a no must be stored there as well.
 *
 * <p>The test kit, {@code vitrine-testing}, verifies all of this for any implementation: its class
 * {@code ConsentStoreContract}.
 */
public interface ConsentStore {
    /**
     * Reads what is stored.
     *
     * @return the JSON text of the decision, or null when none is stored
     * @throws IOException when it cannot be told; that is taken as a no
     */
    @Nullable
    String read() throws IOException;

    /**
     * Replaces what is stored, if it is still what the caller has read.
     *
     * @param expected what {@link #read} answered, or null for nothing; compared as text
     * @param replacement the JSON text to store, or null to remove the decision
     * @return whether it was replaced; false leaves the store as it was
     * @throws IOException when it cannot be stored; the store is as it was
     */
    boolean replace(@Nullable String expected, @Nullable String replacement) throws IOException;
}
