package dev.vitrine.internal.consent;

import dev.vitrine.ConsentStore;
import dev.vitrine.internal.settings.SettingsFile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The stored decision, read again when it may have changed. Whatever goes wrong is a no.
 *
 * <p>Safe for use by several threads.
 */
final class StoredConsent {
    private final @Nullable ConsentStore store;
    private final String missing;
    private @Nullable Object stamp;
    private StoredDecision last = StoredDecision.UNDECIDED;

    /** Takes the store; null when there is none, and the reason. */
    StoredConsent(@Nullable ConsentStore store, String missing) {
        this.store = store;
        this.missing = missing;
    }

    /** What is stored now. */
    synchronized StoredDecision read() {
        Object now = store instanceof SettingsFile file ? file.stamp() : null;
        if (now == null || !now.equals(stamp)) {
            // The stamp is from before the reading: a change in between shows at the next reading.
            last = readStore();
            stamp = now;
        }
        return last;
    }

    /** What the store answers, as text. */
    @Nullable
    String text() throws IOException {
        try {
            return store().read();
        } catch (RuntimeException | LinkageError unusable) {
            throw failed(unusable);
        }
    }

    /** As {@link ConsentStore#replace}. */
    boolean replace(@Nullable String expected, @Nullable String replacement) throws IOException {
        try {
            return store().replace(expected, replacement);
        } catch (RuntimeException | LinkageError unusable) {
            throw failed(unusable);
        } finally {
            synchronized (this) {
                stamp = null;
            }
        }
    }

    /** An application's own store may throw anything; it must not reach whoever recorded an event. */
    private static IOException failed(Throwable unusable) {
        return new IOException("the application's own store failed (" + unusable + ")", unusable);
    }

    private ConsentStore store() throws IOException {
        if (store == null) {
            throw new IOException(missing);
        }
        return store;
    }

    private StoredDecision readStore() {
        try {
            StoredDecision decision = DecisionText.parse(text());
            if (decision.granted() != null && store instanceof SettingsFile file) {
                String readOnly = file.whyReadOnly();
                return readOnly == null ? decision : StoredDecision.unreadable(readOnly);
            }
            return decision;
        } catch (IOException unreadable) {
            return StoredDecision.unreadable(message(unreadable));
        }
    }

    /** An exception as words that can follow "because". */
    static String message(IOException failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        if (message == null) {
            return kind;
        }
        // The JDK's own exceptions of this family have a path as their message, and the reason as their name.
        return failure.getClass() == IOException.class || message.contains(" ") ? message : kind + ": " + message;
    }
}
