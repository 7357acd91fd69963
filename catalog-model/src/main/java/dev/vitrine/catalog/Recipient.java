package dev.vitrine.catalog;

/**
 * Who receives the events.
 *
 * @param name the recipient's name
 * @param endpoint where the events are posted
 * @param region where the data is kept
 * @param retentionDays for how many days
 * @param protocol what is spoken, in lower case: {@code vitrine}, {@code posthog} or {@code otlp}
 */
public record Recipient(String name, String endpoint, String region, int retentionDays, String protocol) {}
