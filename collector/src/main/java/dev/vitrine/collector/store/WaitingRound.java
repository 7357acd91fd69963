package dev.vitrine.collector.store;

/**
 * A round that was not released yet, and has events.
 *
 * @param round the round
 * @param ended whether it has ended: nothing joins it any more, and it is to be released
 * @param reporters how many reporters: different installations, and anonymous batches
 */
public record WaitingRound(Round round, boolean ended, long reporters) {}
