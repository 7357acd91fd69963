package dev.vitrine.catalog;

/**
 * Who collects.
 *
 * @param name the application's name, as on the wire
 * @param controller who answers for the data (GDPR Article 4(7))
 * @param contact where to write
 * @param policy the privacy policy
 */
public record Application(String name, String controller, String contact, String policy) {}
