package dev.vitrine.example.agent.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Plain HTTP: one request, and one response that holds the whole answer. */
final class HttpTransport implements Transport {
    private final ModelEndpoint endpoint;

    HttpTransport(ModelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Answer ask(Question question, Consumer<String> onText) throws ModelException {
        HttpResponse<InputStream> response = endpoint.post("/v1/answer", question, "application/json");
        String content;
        try (InputStream body = response.body()) {
            content = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw NetworkErrors.of(failed);
        }
        AnswerMessages messages = new AnswerMessages(onText);
        try {
            if (!messages.take(content)) {
                throw NetworkErrors.invalid(null);
            }
        } catch (IOException malformed) {
            throw NetworkErrors.invalid(malformed);
        }
        return messages.answer();
    }
}
