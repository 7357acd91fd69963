package dev.vitrine.collector.validation;

import dev.vitrine.collector.store.EventKey;
import dev.vitrine.collector.validation.CatalogRules.ExperimentRules;

/**
 * An event that was accepted.
 *
 * @param high the upper half of the fingerprint of its bytes
 * @param low the lower half
 * @param length how many bytes it has
 * @param experiment the rules for the events of its experiment
 * @param rule the one of these rules for payloads that it was read by
 * @param key what was read
 * @param tag a number that is given to no other in this process; 0 for none
 */
record KnownEvent(
        long high, long low, int length, ExperimentRules experiment, PayloadRule rule, EventKey key, int tag) {}
