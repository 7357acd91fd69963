package dev.vitrine.benchmarks.amplitude;

import com.amplitude.Amplitude;
import com.amplitude.Event;
import java.net.URI;
import org.json.JSONObject;

/** The event, as Amplitude's documentation shows events. */
final class EditEvents implements AutoCloseable {
    private static final String USER = "0f6a7c1e-3a52-4f6e-9d0b-5a3c7e1f2b4d";

    private final Amplitude amplitude = Amplitude.getInstance();

    EditEvents(URI endpoint) {
        amplitude.init("api-key");
        amplitude.setServerUrl(endpoint + "/2/httpapi");
    }

    EditEvents(URI endpoint, int batch) {
        this(endpoint);
        amplitude.setEventUploadThreshold(batch);
    }

    void record(String model, String outcome, int attempts) {
        Event event = new Event("edit-tool-outcome", USER);
        event.eventProperties =
                new JSONObject().put("model", model).put("outcome", outcome).put("attempts", attempts);
        amplitude.logEvent(event);
    }

    void flush() {
        amplitude.flushEvents();
    }

    @Override
    public void close() {
        amplitude.flushEvents();
        try {
            amplitude.shutdown();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
