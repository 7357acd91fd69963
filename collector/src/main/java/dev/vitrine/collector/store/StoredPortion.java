package dev.vitrine.collector.store;

/**
 * What was released of a round.
 *
 * @param round the round
 * @param releasedDay on which day, as days since 1970-01-01, in UTC
 * @param threshold how many reporters stand behind each number at least
 * @param groups the numbers, in a form that the store does not look into; empty for none
 */
public record StoredPortion(Round round, int releasedDay, int threshold, String groups) {}
