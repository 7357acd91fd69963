package dev.vitrine.internal.deletion;

import dev.vitrine.AnalyticsOptions;
import dev.vitrine.RecipientProtocol;
import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.consent.DeletionPermit;
import dev.vitrine.internal.delivery.Envelope;
import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.encoding.Utf8Buffer;
import dev.vitrine.internal.network.Endpoint;
import dev.vitrine.internal.network.Exchange;
import dev.vitrine.internal.network.Request;
import dev.vitrine.internal.network.Response;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks the recipient, by Vitrine's own protocol, to delete what was sent under a tracking id: {@code POST
 * <endpoint>/forget} with {@code {"app":…,"trackingId":…}}. The id is in the body, so that no log of addresses holds it, and
 * knowing it is the right to ask.
 */
public final class RecipientDeletion {
    private static final String PATH = "/forget";
    private static final String DELETED = "{\"deleted\":";

    private final ApplicationType application;
    private final AnalyticsOptions options;

    /** Prepares to ask. */
    public RecipientDeletion(ApplicationType application, AnalyticsOptions options) {
        this.application = application;
        this.options = options;
    }

    /**
     * Asks under each id, and waits for the answers: for 10 seconds at most for each. After one that was not confirmed, the
     * others are not tried. Never throws.
     */
    public Outcome ask(List<DeletionPermit> permits) {
        List<String> ids = permits.stream().map(DeletionPermit::trackingId).toList();
        if (application.recipient().protocol() != RecipientProtocol.VITRINE) {
            return new Outcome(
                    ids,
                    recipient() + " has what was sent under " + String.join(", ", ids)
                            + ", and cannot be asked from here." + write());
        }
        long deleted = 0;
        int confirmed = 0;
        String failure = "";
        try {
            for (DeletionPermit permit : permits) {
                deleted += deleted(permit);
                confirmed++;
            }
        } catch (IOException | RuntimeException failed) {
            failure = reason(failed);
        }
        String done = confirmed == 0 ? "" : recipient() + " deleted " + events(deleted) + '.';
        List<String> remaining = ids.subList(confirmed, ids.size());
        if (remaining.isEmpty()) {
            return new Outcome(remaining, done);
        }
        return new Outcome(
                remaining,
                (done + ' ' + recipient() + " could not be asked (" + failure
                                + "), so it still has what was sent under " + String.join(", ", remaining) + '.'
                                + write())
                        .strip());
    }

    /** How many events the recipient says that it has deleted. */
    private long deleted(DeletionPermit permit) throws IOException {
        Request request = Request.post(
                Endpoint.of(address()),
                Envelope.of(application, options).userAgent(),
                "application/json",
                body(permit));
        Response response = new Exchange(options.environment()).perform(permit, request, true, () -> true);
        String answer = response == null || response.status() != 200 ? "" : response.body();
        if (!answer.startsWith(DELETED) || !answer.endsWith("}")) {
            throw new IOException("it answered " + (response == null ? "nothing" : response.status()));
        }
        return Long.parseLong(answer.substring(DELETED.length(), answer.length() - 1));
    }

    private static String reason(Exception failed) {
        return failed instanceof UnknownHostException
                ? "no address is known for " + failed.getMessage()
                : failed instanceof NumberFormatException || failed.getMessage() == null
                        ? "it answered something else"
                        : failed.getMessage();
    }

    private byte[] body(DeletionPermit permit) {
        Utf8Buffer body = new Utf8Buffer(128);
        body.append("{\"app\":".getBytes(StandardCharsets.US_ASCII));
        body.append(JsonText.quote(application.name()));
        body.append(",\"trackingId\":".getBytes(StandardCharsets.US_ASCII));
        body.append(JsonText.quote(permit.trackingId()));
        body.append('}');
        return body.toByteArray();
    }

    private static String events(long events) {
        return events == 1 ? "1 event" : events + " events";
    }

    /** The one that is asked: where another endpoint stands in the recipient's place, the recipient is not. */
    private String recipient() {
        String name = application.recipient().name();
        return "The recipient (" + (isReplaced() ? options.loopbackEndpoint() + ", in place of " + name : name) + ')';
    }

    private String write() {
        return isReplaced() ? "" : " You can write to " + application.contact() + ", and name the id.";
    }

    private boolean isReplaced() {
        return options.loopbackEndpoint() != null;
    }

    /** The path of the batches and one step more; a query stays. */
    private String address() {
        URI loopback = options.loopbackEndpoint();
        String batches = loopback == null ? application.recipient().endpoint() : loopback.toString();
        int query = batches.indexOf('?');
        String path = query < 0 ? batches : batches.substring(0, query);
        String withoutSlash = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return withoutSlash + PATH + (query < 0 ? "" : batches.substring(query));
    }

    /**
     * What became of it.
     *
     * @param remaining the ids under which the recipient has not confirmed that it deleted what it has
     * @param explanation what the user is told
     */
    public record Outcome(List<String> remaining, String explanation) {}
}
