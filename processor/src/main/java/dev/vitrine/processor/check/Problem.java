package dev.vitrine.processor.check;

import dev.vitrine.processor.declaration.Place;

/**
 * A mistake that was found.
 *
 * @param diagnostic which mistake
 * @param place where
 * @param message the whole message
 */
public record Problem(Diagnostic diagnostic, Place place, String message) {}
