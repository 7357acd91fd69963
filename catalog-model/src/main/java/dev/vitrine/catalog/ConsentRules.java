package dev.vitrine.catalog;

import java.util.List;

/**
 * What a user can choose, and how.
 *
 * @param modes what can be granted, in lower case: {@code anonymous}, {@code identified}
 * @param environmentVariable the application's own variable, {@code <APP>_ANALYTICS}
 */
public record ConsentRules(List<String> modes, String environmentVariable) {

    /** Copies the modes. */
    public ConsentRules {
        modes = List.copyOf(modes);
    }
}
