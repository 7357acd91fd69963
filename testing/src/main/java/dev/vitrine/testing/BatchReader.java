package dev.vitrine.testing;

import dev.vitrine.internal.settings.JsonScanner;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events in a batch of Vitrine's own protocol. */
final class BatchReader {
    private BatchReader() {}

    /**
     * The events, in order.
     *
     * @throws IllegalStateException when this is no batch of Vitrine's own protocol
     */
    static List<ReceivedEvent> events(String body) {
        try {
            JsonValue events = JsonScanner.scan(body).member("events");
            if (events == null) {
                throw notOurs(body, null);
            }
            List<ReceivedEvent> received = new ArrayList<>();
            for (JsonValue event : events.elements()) {
                received.add(new ReceivedEvent(text(event, "event"), text(event, "day"), payload(body, event)));
            }
            return received;
        } catch (MalformedJsonException malformed) {
            throw notOurs(body, malformed);
        }
    }

    private static IllegalStateException notOurs(String body, @Nullable Exception cause) {
        return new IllegalStateException(
                "only Vitrine's own protocol can be read as records; look at InMemoryRecipient.requests() in place of"
                        + " events. This was sent: " + body,
                cause);
    }

    private static String text(JsonValue event, String name) {
        JsonValue member = event.member(name);
        String text = member == null ? null : member.asText();
        return text == null ? "" : text;
    }

    private static String payload(String body, JsonValue event) {
        JsonValue payload = event.member("payload");
        return payload == null ? "" : body.substring(payload.start(), payload.end());
    }
}
