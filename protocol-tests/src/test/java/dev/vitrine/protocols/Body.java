package dev.vitrine.protocols;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver finds in a request's body. Values are strings, longs, booleans, lists and maps in the order of the wire. */
final class Body {
    /** A receiver that takes no liberties: a name may not come twice. */
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Body() {}

    static JsonNode parse(String body) {
        return STRICT.readTree(body);
    }

    /** The payloads in a body, without what travels beside them. */
    static List<Map<String, Object>> payloads(Spoken spoken, String body) {
        List<Map<String, Object>> payloads = new ArrayList<>();
        switch (spoken) {
            case VITRINE -> parse(body).get("events").forEach(event -> payloads.add(object(event.get("payload"))));
            case POSTHOG ->
                parse(body).get("batch").forEach(event -> payloads.add(fields(object(event.get("properties")))));
            case OTLP -> {
                // Both readers must agree that it is JSON.
                parse(body);
                records(body).forEach(record -> payloads.add(fields(attributes(record.getAttributesList()))));
            }
        }
        return payloads;
    }

    /** Without what Vitrine adds: its names have a dollar or a full stop, which a field's name cannot have. */
    private static Map<String, Object> fields(Map<String, Object> all) {
        Map<String, Object> fields = new LinkedHashMap<>(all);
        fields.keySet().removeIf(name -> name.startsWith("$") || name.contains("."));
        return fields;
    }

    /** A body as OpenTelemetry's own classes read it; a member that they do not know is an error. */
    static ExportLogsServiceRequest decode(String body) {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        try {
            JsonFormat.parser().merge(body, request);
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(body, malformed);
        }
        return request.build();
    }

    static List<LogRecord> records(String body) {
        return decode(body).getResourceLogs(0).getScopeLogs(0).getLogRecordsList();
    }

    static Map<String, Object> attributes(List<KeyValue> attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (KeyValue attribute : attributes) {
            if (values.put(attribute.getKey(), value(attribute.getValue())) != null) {
                throw new AssertionError(attribute.getKey() + " is there twice");
            }
        }
        return values;
    }

    private static Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> value.getIntValue();
            case BOOL_VALUE -> value.getBoolValue();
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream().map(Body::value).toList();
            case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
            default -> throw new AssertionError("an attribute of kind " + value.getValueCase());
        };
    }

    static Map<String, Object> object(JsonNode object) {
        Map<String, Object> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        return members;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return object(node);
        } else if (node.isArray()) {
            return node.valueStream().map(Body::value).toList();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isIntegralNumber()) {
            return node.longValue();
        } else if (node.isString()) {
            return node.stringValue();
        }
        throw new AssertionError("a value of another kind: " + node);
    }
}
