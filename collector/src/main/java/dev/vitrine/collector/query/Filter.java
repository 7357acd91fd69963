package dev.vitrine.collector.query;

import java.util.Optional;

/**
 * Which slices and weeks to add up. It chooses whole ones only.
 *
 * @param version the application's version; empty for all
 * @param platform the operating system, or it and the kind of processor with a slash between them; empty for all
 * @param from the first week; none for the first there is
 * @param to the last week; none for the last there is
 */
public record Filter(String version, String platform, Optional<Week> from, Optional<Week> to) {
    /** Everything. */
    public static final Filter ALL = new Filter("", "", Optional.empty(), Optional.empty());

    boolean accepts(Week week) {
        return from.map(first -> first.compareTo(week) <= 0).orElse(true)
                && to.map(last -> last.compareTo(week) >= 0).orElse(true);
    }

    /** Whether a slice is one of those to add up: each event is in one of them at most. */
    boolean accepts(Slice slice) {
        boolean sameVersion =
                version.isEmpty() ? !platform.isEmpty() || slice.version().isEmpty() : version.equals(slice.version());
        return sameVersion && platform.equals(slice.platform());
    }
}
