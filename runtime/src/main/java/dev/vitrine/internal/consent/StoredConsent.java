package dev.vitrine.internal.consent;

import dev.vitrine.ConsentStore;
import dev.vitrine.internal.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The stored decision, read again when it may have changed. Whatever goes wrong is a no.
 *
 * <p>Safe for use by several threads.
 */
final class StoredConsent {
    private static final String NO_REASON = "the system gave no reason";

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
    @SuppressWarnings("CatchingUnchecked") // see failed
    String text() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return store().read();
        } catch (IOException refused) {
            throw refused;
        } catch (Throwable unusable) {
            throw failed(unusable);
        } finally {
            interruptAgain(interrupted);
        }
    }

    /** As {@link ConsentStore#replace}. */
    @SuppressWarnings("CatchingUnchecked") // see failed
    boolean replace(@Nullable String expected, @Nullable String replacement) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return store().replace(expected, replacement);
        } catch (IOException refused) {
            throw refused;
        } catch (Throwable unusable) {
            throw failed(unusable);
        } finally {
            interruptAgain(interrupted);
            synchronized (this) {
                stamp = null;
            }
        }
    }

    /**
     * A store is not told that its thread is interrupted, for that would break off the reading or writing of most kinds of
     * files and connections: a no would not be stored.
     */
    private static void interruptAgain(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * An application's own store may throw anything, errors and undeclared exceptions too; it must not reach whoever
     * recorded an event or said no.
     */
    private static IOException failed(Throwable unusable) {
        interruptAgain(unusable instanceof InterruptedException);
        String message;
        try {
            message = unusable.getMessage();
        } catch (Throwable hostile) {
            message = null;
        }
        return new IOException(
                "the application's own store of decisions failed" + (message == null ? "" : " (" + message + ")"),
                unusable);
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

    /** An exception as words that can follow "because", or a colon. */
    static String message(IOException failure) {
        try {
            return words(failure);
        } catch (RuntimeException | Error hostile) {
            return NO_REASON;
        }
    }

    private static String words(IOException failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return NO_REASON;
        }
        // The JDK's own exceptions of this family have a path as their message, and the reason as their name.
        if (failure instanceof AccessDeniedException denied && denied.getFile() != null) {
            return refused(Path.of(denied.getFile()));
        } else if (failure instanceof NoSuchFileException) {
            return message + " is not there";
        } else if (failure instanceof FileAlreadyExistsException) {
            return message + " is in the way";
        } else if (failure instanceof FileSystemException refused && refused.getReason() == null) {
            return message.contains(" ") ? message : message + " cannot be used";
        }
        return message;
    }

    /** Whose permissions stand in the way: the file's, or, where there is none to be seen, those of the folder around it. */
    private static String refused(Path path) {
        Path seen = path;
        while (seen.getParent() != null && !Files.exists(seen, LinkOption.NOFOLLOW_LINKS)) {
            seen = seen.getParent();
        }
        return seen.equals(path)
                ? path + " cannot be read or written, because its permissions do not allow it"
                : path + " cannot be made or used, because the permissions of " + seen + " do not allow it";
    }
}
