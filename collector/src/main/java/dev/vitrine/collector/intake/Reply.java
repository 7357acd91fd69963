package dev.vitrine.collector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vitrine.collector.validation.RefusalReason;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered: a status, and a line of JSON in words of ours. Nothing of the request is repeated, and nothing of the
 * inside told.
 *
 * @param status the status code
 * @param json the body; empty for none
 * @param retryAfterSeconds when to come again; 0 for no such hint
 */
record Reply(int status, String json, int retryAfterSeconds) {
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final int LATER_SECONDS = 5;

    /** The request asks not to be tracked. */
    static final Reply NOTHING_KEPT = new Reply(204, "", 0);

    /** There was no event in a batch. */
    static final Reply EMPTY = accepted(0, Map.of());

    static final Reply KEY_MISSING = error(401, "this collector wants an ingest key");
    static final Reply KEY_UNKNOWN = error(403, "this ingest key is not valid");
    static final Reply NOT_FOUND = error(404, "there is nothing here; batches go to /v1/batches");
    static final Reply ONLY_POST = error(405, "only POST is understood here");
    static final Reply TOO_SLOW = error(408, "the body did not come in time");
    static final Reply TOO_LARGE = error(413, "a body has at most 262144 bytes, and 1048576 when it is inflated");
    static final Reply NOT_JSON =
            error(415, "a body is application/json in UTF-8, as it is or with the content encoding gzip");
    static final Reply NO_DELETION = error(400, "a request for deletion has the members app and trackingId");
    static final Reply OTHER_APPLICATION = error(422, "this collector serves another application");
    static final Reply BROKEN = error(400, "the body could not be read");
    static final Reply FAULT = error(500, "this is the collector's fault");
    static final Reply FAILED = new Reply(503, "{\"error\":\"it could not be stored\"}", LATER_SECONDS);
    static final Reply BUSY = new Reply(503, "{\"error\":\"too much waits already\"}", LATER_SECONDS);
    static final Reply FULL = new Reply(507, "{\"error\":\"there is no room\"}", 60 * LATER_SECONDS);

    private static Reply error(int status, String words) {
        return new Reply(status, "{\"error\":\"" + words + "\"}", 0);
    }

    /** Some events were accepted, now or when the batch came before. */
    static Reply accepted(int accepted, Map<RefusalReason, Integer> refused) {
        return new Reply(200, counts(accepted, refused), 0);
    }

    /** Nothing was accepted. */
    static Reply refused(Map<RefusalReason, Integer> refused) {
        return new Reply(refused.containsKey(RefusalReason.MALFORMED) ? 400 : 422, counts(0, refused), 0);
    }

    private static String counts(int accepted, Map<RefusalReason, Integer> refused) {
        if (refused.isEmpty()) {
            return "{\"accepted\":" + accepted + ",\"refused\":0,\"reasons\":{}}";
        }
        int sum = refused.values().stream().mapToInt(Integer::intValue).sum();
        String reasons = refused.entrySet().stream()
                .map(entry -> '"' + entry.getKey().word() + "\":" + entry.getValue())
                .collect(Collectors.joining(","));
        return "{\"accepted\":" + accepted + ",\"refused\":" + sum + ",\"reasons\":{" + reasons + "}}";
    }

    /** What was kept under a tracking id is deleted. */
    static Reply deleted(long events) {
        return new Reply(200, "{\"deleted\":" + events + '}', 0);
    }

    /** Whether it tells of something that had to be stored first. */
    boolean tellsOfStored() {
        return status == 200 && !equals(EMPTY);
    }

    /**
     * Sends it before the thread that has read the request does anything else, and closes the connection: nobody keeps such a
     * thread busy with requests that come one behind the other and are answered at once.
     */
    void sendAtOnce(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        send(response, callback);
    }

    void send(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(NO_STORE);
        if (retryAfterSeconds > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, retryAfterSeconds);
        }
        if (status == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
        }
        if (json.isEmpty()) {
            callback.succeeded();
            return;
        }
        response.getHeaders().put(JSON);
        response.write(true, ByteBuffer.wrap(json.getBytes(UTF_8)), callback);
    }
}
