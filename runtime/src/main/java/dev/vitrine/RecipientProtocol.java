package dev.vitrine;

/**
 * What is spoken with a recipient. The catalog names it, and lists what it sends beside the payloads as the envelope; another
 * protocol is something new to agree to. All of them send JSON, one request a batch.
 */
public enum RecipientProtocol {
    /** Vitrine's own batch: one JSON object a request. */
    VITRINE,

    /**
     * PostHog's batch API, of PostHog's cloud or an own installation. The endpoint ends in the project's public key, {@code
     * https://eu.i.posthog.com/batch/?api_key=phc_…}: it is a part of the address, and it is sent in the body. Under
     * anonymous consent no person profile is made, and the distinct id is new for every batch.
     */
    POSTHOG,

    /**
     * Logs of OpenTelemetry's protocol over HTTP, in JSON: each event is a log record with an event name. The endpoint is
     * that for logs, {@code https://collector.example/v1/logs}, and is used as it stands.
     */
    OTLP
}
