package dev.vitrine.catalog.wording;

/**
 * Something that a user can type, and what it does.
 *
 * @param code what to type
 * @param meaning what it does
 */
public record Step(String code, String meaning) {}
