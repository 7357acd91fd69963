package dev.vitrine.catalog;

/**
 * One thing that travels beside the payloads.
 *
 * @param name the name on the wire
 * @param sent {@code always}, or {@code identified}: under that consent only
 * @param values what it can be, in words
 * @param description what it is for
 */
public record EnvelopeEntry(String name, String sent, String values, String description) {}
