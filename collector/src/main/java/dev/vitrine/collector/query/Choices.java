package dev.vitrine.collector.query;

import java.util.List;

/**
 * What a filter can choose: only what something is shown of.
 *
 * @param versions the versions, the newest last; {@link Slice#SEVERAL} among them when versions were put together
 * @param platforms the systems, and after each the systems with a kind of processor
 * @param weeks the weeks, in order
 */
public record Choices(List<String> versions, List<String> platforms, List<Week> weeks) {
    /** Copies the lists. */
    public Choices {
        versions = List.copyOf(versions);
        platforms = List.copyOf(platforms);
        weeks = List.copyOf(weeks);
    }
}
