package dev.vitrine.internal.delivery;

import dev.vitrine.internal.encoding.IsoDate;
import dev.vitrine.internal.encoding.JsonText;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Logs of OpenTelemetry's protocol (OTLP 1.5 and later), in the JSON form of its messages: one resource, which is the
 * envelope, and a log record for each event, whose attributes are the payload's fields. Names and values are those of
 * OpenTelemetry's semantic conventions where there is one. What Vitrine adds to a record's attributes has a full stop in its
 * name, which no field has.
 */
final class OtlpFormat implements BatchFormat {
    private final byte[] resource;
    private final OtlpAttributes attributes = new OtlpAttributes();
    /** What stands between an event's date and its id, which is the same for each of its kind. */
    private final Map<String, byte[]> names = new HashMap<>();

    private String batchId = "";
    private String day = "";
    private byte[] dayBytes = {};

    OtlpFormat(Envelope envelope) {
        Utf8Buffer constant = new Utf8Buffer(256);
        constant.append(ascii("{\"resourceLogs\":[{\"resource\":{\"attributes\":["));
        attribute(constant, "service.name", envelope.app());
        attribute(constant, "service.version", envelope.version());
        attribute(constant, "os.type", envelope.os().equals("macos") ? "darwin" : envelope.os());
        attribute(constant, "host.arch", arch(envelope.arch()));
        attribute(constant, "vitrine.catalog", envelope.catalog());
        this.resource = constant.toByteArray();
    }

    @Override
    public String name() {
        return "otlp";
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
        this.batchId = batchId;
        out.append(resource);
        attribute(out, "app.installation.id", identity.trackingId());
        attribute(out, "user.id", identity.userId());
        out.append(ascii("]},\"scopeLogs\":[{\"logRecords\":["));
    }

    @Override
    public void beginEvent(Utf8Buffer out, int position, String event, String day) {
        if (position > 0) {
            out.append(',');
        }
        if (!day.equals(this.day)) {
            this.day = day;
            this.dayBytes = time(day);
        }
        out.append(dayBytes);
        byte[] name = names.get(event);
        if (name == null) {
            Utf8Buffer written = new Utf8Buffer(128);
            written.append(ascii(",\"eventName\":"));
            written.append(JsonText.quote(event));
            written.append(ascii(",\"attributes\":[{\"key\":\"log.record.uid\",\"value\":{\"stringValue\":\""));
            name = written.toByteArray();
            names.put(event, name);
        }
        out.append(name);
        EventUuid.append(out, batchId, position);
        out.append('"');
        out.append('}');
        out.append('}');
    }

    /** Puts the payload's members into the form of attributes. */
    @Override
    public void endEvent(Utf8Buffer out, int payloadStart) {
        attributes.replace(out, payloadStart);
        out.append(']');
        out.append('}');
    }

    @Override
    public void end(Utf8Buffer out) {
        out.append(ascii("]}]}]}"));
    }

    /** The beginning of a record: midnight, so that the time of day is not told. */
    private static byte[] time(String day) {
        long nanoseconds = TimeUnit.DAYS.toNanos(IsoDate.epochDay(day));
        return ascii("{\"timeUnixNano\":\"" + nanoseconds + '"');
    }

    private static String arch(String arch) {
        return switch (arch) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> arch;
        };
    }

    private static void attribute(Utf8Buffer out, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (out.last() != '[') {
            out.append(',');
        }
        out.append(ascii("{\"key\":\"" + key + "\",\"value\":{\"stringValue\":"));
        out.append(JsonText.quote(value));
        out.append('}');
        out.append('}');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
