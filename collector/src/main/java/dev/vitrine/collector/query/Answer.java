package dev.vitrine.collector.query;

import dev.vitrine.catalog.Experiment;
import java.util.List;

/**
 * What may be shown of an experiment under a filter.
 *
 * @param experiment the experiment
 * @param weeks the weeks from the first to the last of which something is shown
 * @param events how many events
 * @param beforeFilter how many events there are in the same time without a choice of version and platform. What is missing
 *     comes from slices that cannot be told apart
 * @param reporters how many reporters at most: one counts again in each week and slice, and an anonymous batch counts as
 *     one
 * @param parts the parts of the payload, in the order of its fields
 */
public record Answer(
        Experiment experiment,
        List<Week> weeks,
        Series events,
        Figure beforeFilter,
        Series reporters,
        List<PartAnswer> parts) {
    /** Copies the lists. */
    public Answer {
        weeks = List.copyOf(weeks);
        parts = List.copyOf(parts);
    }

    /** Whether nothing may be shown: because there is nothing, or too little; which of both is not to be told. */
    public boolean isEmpty() {
        return weeks.isEmpty();
    }
}
