package dev.vitrine.internal.delivery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When the recipient may be asked again. Kept in the state directory, so that what one process learns holds for all, and
 * so that a machine that cannot reach the recipient asks less and less, however many runs it sees.
 *
 * <p>After the n-th failure in a row nothing is sent for a random time from 0 to 2 · 2^(n-1) seconds, at most 48 hours (full
 * jitter), or for as long as {@code Retry-After} says, at most 48 hours too. One success ends it.
 *
 * <p>Not safe for use by several threads at once.
 */
final class Backoff {
    static final long FIRST_MILLISECONDS = 2_000;
    static final long MOST_MILLISECONDS = TimeUnit.HOURS.toMillis(48);
    private static final int MOST_DOUBLINGS = 30;

    private final StateDirectory state;
    private final Path file;
    private final File asked;
    private final Claimer self;
    private final DoubleSupplier random;
    /** What only this process knows, because the disk refused to know it; null when there is nothing. */
    private @Nullable State known;

    /** Takes a source of random numbers from 0 (inclusive) to 1. */
    Backoff(StateDirectory state, Claimer self, DoubleSupplier random) {
        this.state = state;
        this.file = state.resolve("retry");
        this.asked = file.toFile();
        this.self = self;
        this.random = random;
    }

    private static final class State {
        private final int failures;
        private final long notBefore;

        State(int failures, long notBefore) {
            this.failures = failures;
            this.notBefore = notBefore;
        }
    }

    /** For how many milliseconds from {@code now} on nothing may be sent; 0 when it may. */
    long remaining(long now) {
        State shared = read();
        State current = shared != null ? shared : known;
        long left = current == null ? 0 : current.notBefore - now;
        // Longer than any pause can be: the clock was set. Then one attempt is better than none for years.
        return left <= 0 || left > MOST_MILLISECONDS ? 0 : left;
    }

    /**
     * Says that something is about to be sent. While the recipient is away this counts as a failure at once, so that no
     * other process does the same meanwhile, and a killed one has not asked for nothing.
     */
    void attempt(long now) {
        State current = read();
        if (current != null) {
            pause(current.failures, 0, now);
        }
    }

    /** Says that it failed. */
    void failed(long now, long retryAfterMilliseconds) {
        State shared = read();
        State current = shared != null ? shared : known;
        pause(current == null ? 1 : current.failures + 1, retryAfterMilliseconds, now);
    }

    /** Says that it succeeded. */
    void succeeded() {
        known = null;
        StateDirectory.delete(asked);
    }

    private void pause(int failures, long retryAfterMilliseconds, long now) {
        long ceiling =
                Math.min(MOST_MILLISECONDS, FIRST_MILLISECONDS << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        long jittered = (long) (random.getAsDouble() * ceiling);
        long asked = Math.min(MOST_MILLISECONDS, retryAfterMilliseconds);
        long notBefore = now + Math.max(jittered, asked);
        try {
            state.replace(file, failures + " " + notBefore + "\n", self);
            known = null;
        } catch (IOException | RuntimeException refused) {
            known = new State(failures, notBefore);
        }
    }

    private @Nullable State read() {
        // Asked several times for each batch, and most often there is none.
        String text = asked.exists() ? StateDirectory.read(file) : null;
        if (text == null) {
            return null;
        }
        String[] words = text.strip().split(" ", -1);
        try {
            int failures = Integer.parseInt(words[0]);
            return words.length == 2 && failures > 0 ? new State(failures, Long.parseLong(words[1])) : null;
        } catch (NumberFormatException damaged) {
            return null;
        }
    }
}
