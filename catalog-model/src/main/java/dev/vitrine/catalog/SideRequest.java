package dev.vitrine.catalog;

/**
 * A request that the application makes beside the events.
 *
 * @param name what it is called
 * @param endpoint where it goes
 * @param question what it answers
 */
public record SideRequest(String name, String endpoint, String question) {}
