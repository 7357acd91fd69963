package dev.vitrine.collector.query;

import java.time.LocalDate;

/**
 * Figures of one experiment and one week that were released together, and stay as they are.
 *
 * @param experiment the experiment's id
 * @param week the week of the events
 * @param released the day, in UTC, on which they were released
 * @param threshold k when they were released
 * @param groups the figures, in a form that only this package reads; empty when too few were left
 */
public record Portion(String experiment, Week week, LocalDate released, int threshold, String groups) {}
