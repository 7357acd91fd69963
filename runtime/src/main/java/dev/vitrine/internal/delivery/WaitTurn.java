package dev.vitrine.internal.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is to wait for the network at its end: one run in an hour, on this machine. Without this, short runs would
 * never deliver anything.
 */
final class WaitTurn {
    private static final long HOUR = TimeUnit.HOURS.toMillis(1);
    private static final String PREFIX = "waited-";

    private WaitTurn() {}

    /** Takes the turn; false when a run has had it within the last hour, or another one has just taken it. */
    static boolean take(StateDirectory state, long now) {
        long hour = Math.floorDiv(now, HOUR);
        try {
            for (String name : StateDirectory.names(state.path())) {
                if (name.startsWith(PREFIX) && isWithinTheHour(state.resolve(name), now)) {
                    return false;
                }
            }
            // Only one process can create a file; its name is the same for all who try in the same hour.
            Path turn = state.resolve(PREFIX + hour);
            if (!turn.toFile().createNewFile()) {
                return false;
            }
            for (String name : StateDirectory.names(state.path())) {
                if (name.startsWith(PREFIX) && !name.equals(PREFIX + hour)) {
                    StateDirectory.delete(state.resolve(name));
                }
            }
            return turn.toFile().setLastModified(now);
        } catch (IOException | SecurityException refused) {
            return false;
        }
    }

    private static boolean isWithinTheHour(Path turn, long now) {
        long age = now - turn.toFile().lastModified();
        return age >= 0 && age < HOUR;
    }
}
