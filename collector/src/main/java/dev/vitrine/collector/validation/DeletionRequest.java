package dev.vitrine.collector.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A user's wish to have deleted what was sent: {@code {"app":"pi","trackingId":"…"}}.
 *
 * @param application the application's name
 * @param trackingId the id under which it was sent
 */
public record DeletionRequest(String application, UUID trackingId) {
    private static final int LONGEST_TEXT = 64;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            .build();

    /** Reads one, as strictly as a batch; null when it is none. */
    public static @Nullable DeletionRequest read(byte[] body) {
        if (!Utf8.isText(body)) {
            return null;
        }
        try (JsonParser json = new JsonSlices(FACTORY, body).parser()) {
            Map<String, String> members = new HashMap<>();
            boolean wellFormed = json.nextToken() == JsonToken.START_OBJECT;
            while (wellFormed && json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                wellFormed = members.put(name, TextRule.text(json)) == null;
            }
            String application = members.remove("app");
            String id = members.remove("trackingId");
            wellFormed = wellFormed && json.nextToken() == null && members.isEmpty();
            return wellFormed && application != null && id != null && TextForms.isUuid(id)
                    ? new DeletionRequest(application, UUID.fromString(id))
                    : null;
        } catch (JacksonException | RefusedException malformed) {
            return null;
        }
    }
}
