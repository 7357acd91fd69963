package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * PostHog's batch API: {@code {"api_key":…,"batch":[…]}}. A payload's fields are the event's properties. What Vitrine adds
 * has a dollar or a full stop in its name, which no field has.
 *
 * <p>PostHog looks the sender's address up, and keeps it, unless the properties say otherwise; ours do. It copies some
 * properties of its own vocabulary, such as {@code $os}, to the profiles of persons; ours have other names.
 */
final class PostHogFormat implements BatchFormat {
    private static final char QUERY = '?';
    private static final String KEY = "api_key=";

    private final byte[] apiKey;
    private final byte[] envelope;
    /** What an event begins with, which is the same for each of its kind. */
    private final Map<String, byte[]> beginnings = new HashMap<>();

    private String batchId = "";
    /** From the end of an event's id to its date, and from there to its payload: the same for a whole batch. */
    private byte[] afterId = {};

    private byte[] afterDay = {};
    private String day = "";
    private byte[] dayBytes = {};

    /** Takes what is the same for a whole run, and the declared endpoint, which holds the project's key. */
    PostHogFormat(Envelope envelope, String declaredEndpoint) {
        this.apiKey = JsonText.quote(key(declaredEndpoint));
        Utf8Buffer constant = new Utf8Buffer(256);
        constant.append(ascii(",\"$geoip_disable\":true,\"$ip\":\"0.0.0.0\""));
        member(constant, "vitrine.app", envelope.app());
        member(constant, "vitrine.version", envelope.version());
        member(constant, "vitrine.os", envelope.os());
        member(constant, "vitrine.arch", envelope.arch());
        member(constant, "vitrine.catalog", envelope.catalog());
        this.envelope = constant.toByteArray();
    }

    @Override
    public String name() {
        return "posthog";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    /** The endpoint without its query: the key travels in the body, which the audit log keeps. */
    @Override
    public String address(String endpoint) {
        int query = endpoint.indexOf(QUERY);
        return query < 0 ? endpoint : endpoint.substring(0, query);
    }

    @Override
    public void begin(Utf8Buffer out, String batchId, Identity identity) {
        this.batchId = batchId;
        String trackingId = identity.trackingId();
        Utf8Buffer written = new Utf8Buffer(512);
        written.append(ascii("\",\"distinct_id\":"));
        // Without a profile of the person, nothing links what is under one distinct id to what is under another.
        written.append(JsonText.quote(trackingId == null ? batchId : trackingId));
        written.append(ascii(",\"timestamp\":\""));
        afterId = written.toByteArray();
        written.truncate(0);
        written.append(ascii("T00:00:00Z\",\"properties\":{\"$process_person_profile\":"));
        written.append(ascii(trackingId == null ? "false" : "true"));
        written.append(envelope);
        if (identity.userId() != null) {
            member(written, "vitrine.userId", identity.userId());
        }
        afterDay = written.toByteArray();
        out.append(ascii("{\"api_key\":"));
        out.append(apiKey);
        out.append(ascii(",\"batch\":["));
    }

    @Override
    public void beginEvent(Utf8Buffer out, int position, String event, String day) {
        if (position > 0) {
            out.append(',');
        }
        byte[] beginning = beginnings.get(event);
        if (beginning == null) {
            Utf8Buffer written = new Utf8Buffer(64);
            written.append(ascii("{\"event\":"));
            written.append(JsonText.quote(event));
            written.append(ascii(",\"uuid\":\""));
            beginning = written.toByteArray();
            beginnings.put(event, beginning);
        }
        out.append(beginning);
        EventUuid.append(out, batchId, position);
        out.append(afterId);
        if (!day.equals(this.day)) {
            this.day = day;
            this.dayBytes = ascii(day);
        }
        out.append(dayBytes);
        out.append(afterDay);
    }

    /** Joins the payload's members to the properties before them. */
    @Override
    public void endEvent(Utf8Buffer out, int payloadStart) {
        boolean empty = out.length() == payloadStart + 2;
        if (empty) {
            out.truncate(payloadStart);
            out.append('}');
        } else {
            out.set(payloadStart, ',');
        }
        out.append('}');
    }

    @Override
    public void end(Utf8Buffer out) {
        out.append(']');
        out.append('}');
    }

    /** The key in the endpoint's query; empty when there is none, which the compiler refuses, and so does PostHog. */
    private static String key(String endpoint) {
        int start = endpoint.indexOf(QUERY + KEY);
        return start < 0 ? "" : endpoint.substring(start + 1 + KEY.length());
    }

    private static void member(Utf8Buffer out, String name, String value) {
        out.append(ascii(",\"" + name + "\":"));
        out.append(JsonText.quote(value));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
