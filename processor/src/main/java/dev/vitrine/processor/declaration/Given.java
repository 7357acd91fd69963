package dev.vitrine.processor.declaration;

/**
 * A value that an annotation's member was given, or has by default.
 *
 * @param value the value
 * @param place where it was given; where it was not, the annotation
 * @param explicit whether it was given, even if with the default value
 * @param <T> the kind of value
 */
public record Given<T>(T value, Place place, boolean explicit) {}
