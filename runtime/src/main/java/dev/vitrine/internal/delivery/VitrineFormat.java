package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vitrine's own batch: one JSON object, whose members the catalog lists as the envelope. */
final class VitrineFormat implements BatchFormat {
    private static final byte[] BATCH = ascii("{\"batch\":\"");
    private static final byte[] EVENTS = ascii(",\"events\":[");
    private static final byte[] DAY = ascii(",\"day\":\"");
    private static final byte[] PAYLOAD = ascii("\",\"payload\":");

    private final byte[] envelope;
    /** What an event begins with, which is the same for each of its kind. */
    private final Map<String, byte[]> beginnings = new HashMap<>();

    private String day = "";
    private byte[] dayBytes = {};

    VitrineFormat(Envelope envelope) {
        Utf8Buffer constant = new Utf8Buffer(256);
        member(constant, "app", envelope.app());
        member(constant, "version", envelope.version());
        member(constant, "os", envelope.os());
        member(constant, "arch", envelope.arch());
        member(constant, "catalog", envelope.catalog());
        this.envelope = constant.toByteArray();
    }

    @Override
    public String name() {
        return "vitrine";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String address(String endpoint) {
        return endpoint;
    }

    @Override
    public void begin(Utf8Buffer out, String batchId, Identity identity) {
        out.append(BATCH);
        out.appendAscii(batchId);
        out.append('"');
        out.append(envelope);
        member(out, "trackingId", identity.trackingId());
        member(out, "userId", identity.userId());
        out.append(EVENTS);
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
            written.append(DAY);
            beginning = written.toByteArray();
            beginnings.put(event, beginning);
        }
        out.append(beginning);
        if (!day.equals(this.day)) {
            this.day = day;
            this.dayBytes = ascii(day);
        }
        out.append(dayBytes);
        out.append(PAYLOAD);
    }

    @Override
    public void endEvent(Utf8Buffer out, int payloadStart) {
        out.append('}');
    }

    @Override
    public void end(Utf8Buffer out) {
        out.append(']');
        out.append('}');
    }

    private static void member(Utf8Buffer out, String name, @Nullable String value) {
        if (value != null) {
            out.append(ascii(",\"" + name + "\":"));
            out.append(JsonText.quote(value));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
