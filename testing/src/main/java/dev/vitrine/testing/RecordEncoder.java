package dev.vitrine.testing;

import dev.vitrine.Analytics;
import dev.vitrine.binding.ExperimentType;
import dev.vitrine.binding.PayloadWriter;
import dev.vitrine.internal.encoding.PseudonymKey;
import dev.vitrine.internal.encoding.Utf8Buffer;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes the records that a test expects by the encoder that the application sends them with. */
final class RecordEncoder {
    private final Analytics analytics;
    private final Path salt;

    /** Encodes as {@code analytics} does with this state directory. */
    RecordEncoder(Analytics analytics, Path stateDirectory) {
        this.analytics = analytics;
        this.salt = stateDirectory.resolve("salt");
    }

    /**
     * Name and payload, as on the wire.
     *
     * @throws IllegalArgumentException when the record is no experiment of this application, or no valid event
     */
    String encode(Record event) {
        for (ExperimentType<?> type : analytics.application().experiments()) {
            if (event.getClass().equals(recordOf(type))) {
                return type.event() + ' ' + payload(type, event);
            }
        }
        List<String> known = analytics.application().experiments().stream()
                .map(ExperimentType::id)
                .toList();
        throw new IllegalArgumentException(event.getClass().getName() + " is no experiment of "
                + analytics.application().name() + ", so it can never arrive. Its catalog lists: "
                + String.join(", ", known));
    }

    @SuppressWarnings("unchecked") // the type was found by the record's class
    private <T extends Record> String payload(ExperimentType<T> type, Record event) {
        Utf8Buffer buffer = new Utf8Buffer(256);
        if (!type.encode((T) event, new PayloadWriter(buffer, this::pseudonymKey))) {
            throw new IllegalArgumentException(event
                    + " is no valid event, so it can never arrive: a component is null that must not be, or its own code"
                    + " throws");
        }
        return new String(buffer.toByteArray(), StandardCharsets.UTF_8);
    }

    /** The record that an experiment's description was generated for. */
    private static @Nullable Type recordOf(ExperimentType<?> type) {
        return type.getClass().getGenericSuperclass() instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[0]
                : null;
    }

    /** The key of this installation, which is there under identified consent alone. */
    private @Nullable PseudonymKey pseudonymKey() {
        try {
            return Files.exists(salt) ? new PseudonymKey(Files.readAllBytes(salt)) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
