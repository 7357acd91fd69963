package dev.vitrine.example.agent.model;

import dev.vitrine.example.agent.model.WebSocketDowngrade.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** WebSocket: one connection a question, each of whose messages holds a piece of the answer. */
final class WebSocketTransport implements Transport {
    private final ModelEndpoint endpoint;

    WebSocketTransport(ModelEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Answer ask(Question question, Consumer<String> onText) throws ModelException {
        SocketMessages arriving = new SocketMessages(endpoint.patience());
        WebSocket socket = connect(arriving);
        try {
            await(socket.sendText(AnswerMessages.ask(question), true));
            return read(arriving, socket, new AnswerMessages(onText));
        } catch (IOException failed) {
            throw failure(arriving, failed);
        } catch (InterruptedException stopped) {
            throw new ModelException.Stopped(stopped);
        } finally {
            socket.abort();
        }
    }

    private WebSocket connect(SocketMessages arriving) throws ModelException {
        URI http = endpoint.resolve("/v1/socket");
        // ws for http, wss for https
        URI uri = URI.create("ws" + http.toString().substring("http".length()));
        try {
            return await(endpoint.client()
                    .newWebSocketBuilder()
                    .connectTimeout(endpoint.patience())
                    .buildAsync(uri, arriving));
        } catch (WebSocketHandshakeException rejected) {
            throw new ModelException.Upgrade(Reason.UPGRADE_REJECTED, "the upgrade was rejected", rejected);
        } catch (IOException failed) {
            throw switch (NetworkErrors.kind(failed)) {
                case TIMED_OUT -> new ModelException.Upgrade(Reason.TIMED_OUT, "the upgrade was not answered", failed);
                case CONNECTION_LOST -> closedEarly(failed);
                default -> NetworkErrors.of(failed);
            };
        } catch (InterruptedException stopped) {
            throw new ModelException.Stopped(stopped);
        }
    }

    private static Answer read(SocketMessages arriving, WebSocket socket, AnswerMessages messages)
            throws IOException, InterruptedException, ModelException {
        while (true) {
            String message = arriving.next(socket);
            boolean last;
            try {
                last = messages.take(message);
            } catch (IOException malformed) {
                throw NetworkErrors.invalid(malformed);
            }
            if (last) {
                return messages.answer();
            }
        }
    }

    /** Before the first message another transport can be tried; after it, the answer is broken. */
    private static ModelException failure(SocketMessages arriving, IOException failed) {
        return arriving.isEmpty() && !(failed instanceof HttpTimeoutException)
                ? closedEarly(failed)
                : NetworkErrors.of(failed);
    }

    private static ModelException closedEarly(IOException failed) {
        return new ModelException.Upgrade(Reason.CLOSED_EARLY, "the connection ended before the first message", failed);
    }

    private <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(endpoint.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(failed.getCause());
        } catch (TimeoutException silent) {
            future.cancel(true);
            HttpTimeoutException timeout = new HttpTimeoutException("no answer in time");
            timeout.initCause(silent);
            throw timeout;
        }
    }
}
