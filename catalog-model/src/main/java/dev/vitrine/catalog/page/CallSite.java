package dev.vitrine.catalog.page;

/**
 * A method that emits an event.
 *
 * @param type the class, as it is written in sources
 * @param method the method; that around a lambda
 * @param count how many calls there are in it
 */
public record CallSite(String type, String method, int count) {}
