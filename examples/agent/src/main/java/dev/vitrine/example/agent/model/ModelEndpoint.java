package dev.vitrine.example.agent.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider's address, and the ways to talk to it. Nothing of the network is touched before the first question. */
public final class ModelEndpoint {
    private final URI uri;
    private final Duration patience;
    private @Nullable HttpClient client;

    /**
     * Takes the provider's address.
     *
     * @param uri {@code http} or {@code https}, with a host
     * @param patience how long to wait for a connection, for an answer's beginning, and for each next part of it
     */
    public ModelEndpoint(URI uri, Duration patience) {
        this.uri = uri;
        this.patience = patience;
    }

    /** One request, one response. */
    public Transport http() {
        return new HttpTransport(this);
    }

    /** Server-sent events. */
    public Transport eventStream() {
        return new EventStreamTransport(this);
    }

    /** WebSocket. */
    public Transport webSocket() {
        return new WebSocketTransport(this);
    }

    Duration patience() {
        return patience;
    }

    URI resolve(String path) {
        return uri.resolve(path);
    }

    synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(patience)
                    .build();
        }
        return client;
    }

    /** Posts a question; the response is a success. */
    HttpResponse<InputStream> post(String path, Question question, String accepted) throws ModelException {
        HttpRequest request = HttpRequest.newBuilder(resolve(path))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(AnswerMessages.ask(question), StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<InputStream> response = client().send(request, head -> new TimedContent(patience));
            if (response.statusCode() != 200) {
                response.body().close();
                throw NetworkErrors.of(response.statusCode());
            }
            return response;
        } catch (IOException failed) {
            throw NetworkErrors.of(failed);
        } catch (InterruptedException stopped) {
            throw new ModelException.Stopped(stopped);
        }
    }
}
