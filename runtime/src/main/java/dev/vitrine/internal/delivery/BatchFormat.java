package dev.vitrine.internal.delivery;

import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType.RecipientType;
import dev.vitrine.internal.encoding.Utf8Buffer;

/**
 * How a protocol writes a batch: what stands before, between and after the payloads, which {@link
 * dev.vitrine.binding.PayloadWriter} alone writes.
 */
interface BatchFormat {
    /** The format of the protocol that is spoken with a recipient. */
    static BatchFormat of(RecipientType recipient, Envelope envelope) {
        if (recipient.protocol() == RecipientProtocol.POSTHOG) {
            return new PostHogFormat(envelope, recipient.endpoint());
        } else if (recipient.protocol() == RecipientProtocol.OTLP) {
            return new OtlpFormat(envelope);
        }
        return new VitrineFormat(envelope);
    }

    /** What stands right before the tracking id in the bodies of a protocol. */
    static String beforeTrackingId(RecipientProtocol protocol) {
        return switch (protocol) {
            case VITRINE -> "\"trackingId\":\"";
            case POSTHOG -> "\"distinct_id\":\"";
            case OTLP -> "\"app.installation.id\",\"value\":{\"stringValue\":\"";
        };
    }

    /** What the protocol is called in the names of things: a word of lower-case letters. */
    String name();

    /** The value of {@code Content-Type}. */
    String contentType();

    /** The address to post to, made of the recipient's endpoint. */
    String address(String endpoint);

    /** Begins a batch. */
    void begin(Utf8Buffer out, String batchId, Identity identity);

    /** Begins an event, of which {@code position} others precede in the batch; its payload is appended next. */
    void beginEvent(Utf8Buffer out, int position, String event, String day);

    /** Ends an event whose payload begins at {@code payloadStart}. */
    void endEvent(Utf8Buffer out, int payloadStart);

    /** Ends the batch. */
    void end(Utf8Buffer out);
}
