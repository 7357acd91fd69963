/**
 * What a batch must be for any of it to be kept: the world is closed, and what the catalog does not list is refused.
 *
 * <p>Begin with {@link dev.vitrine.collector.validation.BatchReader}. Payloads are held to exactly what their JSON Schema in
 * the catalog says, by rules that are compiled from it once ({@code PayloadRule} and {@code ValueRule}); a test compares
 * their verdict with that of a JSON Schema validator that is not ours.
 */
@NullMarked
package dev.vitrine.collector.validation;

import org.jspecify.annotations.NullMarked;
