package dev.vitrine.testing;

import dev.vitrine.ConsentState;
import dev.vitrine.ConsentStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The user's decision, in memory. A test sets it as a user does who edits the settings, or who decides in another
 * process: a no reaches an application that runs within a second, a yes when it is opened the next time. For a decision
 * within the application use {@link dev.vitrine.Analytics#consent()}, which takes effect at once.
 *
 * <p>Safe for use by several threads.
 */
public final class InMemoryConsent implements ConsentStore {
    private @Nullable String text;

    /** Begins with nothing decided. */
    public InMemoryConsent() {}

    /** Decides. A grant covers what the application's catalog lists when it is first read. */
    public synchronized void set(ConsentState state) {
        text = switch (state) {
            case UNDECIDED -> null;
            case OFF -> "{\"version\": 1, \"mode\": \"off\"}";
            case DISABLED -> "{\"version\": 1, \"mode\": \"disabled\"}";
            case UNREADABLE -> "{\"version\": 1, \"mode\": ";
            case ANONYMOUS -> "{\"version\": 1, \"mode\": \"anonymous\"}";
            case IDENTIFIED -> "{\"version\": 1, \"mode\": \"identified\"}";
        };
    }

    @Override
    public synchronized @Nullable String read() {
        return text;
    }

    @Override
    public synchronized boolean replace(@Nullable String expected, @Nullable String replacement) {
        if (!Objects.equals(text, expected)) {
            return false;
        }
        text = replacement;
        return true;
    }
}
