package dev.vitrine;

import org.jspecify.annotations.Nullable;

/**
 * What is in force now, and the one reason for it.
 *
 * @param mode what may be sent; null means off: nothing is recorded, stored or sent
 * @param reason the one rule that decided, as a sentence without a full stop that follows "because"
 */
public record Decision(@Nullable ConsentMode mode, String reason) {

    /** Whether anything may be recorded. */
    public boolean isOn() {
        return mode != null;
    }
}
