package dev.vitrine.example.agent.model;

import dev.vitrine.example.agent.model.SseStreamFailure.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.function.Consumer;

/** Server-sent events: one request, and a response of which each event holds a piece of the answer. */
final class EventStreamTransport implements Transport {
    private static final String EVENT_STREAM = "text/event-stream";

    private final ModelEndpoint endpoint;

    EventStreamTransport(ModelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Answer ask(Question question, Consumer<String> onText) throws ModelException {
        HttpResponse<InputStream> response = endpoint.post("/v1/stream", question, EVENT_STREAM);
        try (InputStream content = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith(EVENT_STREAM)) {
                throw new ModelException.Stream(Stage.OPENING, "the provider answered with no stream", null);
            }
            return read(new ServerSentEvents(content), new AnswerMessages(onText));
        } catch (IOException closing) {
            throw NetworkErrors.of(closing);
        }
    }

    private static Answer read(ServerSentEvents events, AnswerMessages messages) throws ModelException {
        Stage reached = Stage.BEFORE_FIRST_EVENT;
        while (true) {
            ServerSentEvents.Event event;
            try {
                event = events.next();
            } catch (InterruptedIOException stopped) {
                throw new ModelException.Stopped(stopped);
            } catch (HttpTimeoutException silent) {
                throw failure(events, reached, "fell silent", silent);
            } catch (IOException broken) {
                throw failure(events, reached, "broke off", broken);
            }
            if (event == null) {
                throw new ModelException.Stream(reached, "the stream ended before the answer did", null);
            }
            try {
                if (messages.take(event.data())) {
                    return messages.answer();
                }
            } catch (IOException malformed) {
                throw new ModelException.Stream(
                        Stage.INSIDE_EVENT, "an event of the stream cannot be understood", malformed);
            }
            reached = Stage.BETWEEN_EVENTS;
        }
    }

    private static ModelException failure(ServerSentEvents events, Stage reached, String happened, IOException cause) {
        Stage stage = events.isInsideEvent() ? Stage.INSIDE_EVENT : reached;
        return new ModelException.Stream(stage, "the stream " + happened + " before the answer's end", cause);
    }
}
