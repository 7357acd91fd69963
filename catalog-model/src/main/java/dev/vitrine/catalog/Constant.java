package dev.vitrine.catalog;

/**
 * One value of a closed list.
 *
 * @param value the value on the wire
 * @param description what it means; empty where the declaration has no place for words
 */
public record Constant(String value, String description) {}
