package dev.vitrine;

import org.jspecify.annotations.Nullable;

/**
 * What an update check found.
 *
 * @param state what it found
 * @param version the newest version, as the server named it; null unless the state is {@link State#NEWER} or {@link
 *     State#UP_TO_DATE}
 * @param explanation the same as a sentence for the user
 */
public record UpdateAnswer(State state, @Nullable String version, String explanation) {
    /** What an update check can find. */
    public enum State {
        /** There is a newer version than this one. */
        NEWER,
        /** This is the newest version. */
        UP_TO_DATE,
        /** It was not asked: the user, the administrator or {@code DO_NOT_TRACK} does not want it. */
        OFF,
        /** It was asked, and cannot be told: no answer, or one that names no version. */
        UNKNOWN
    }
}
