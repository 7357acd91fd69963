package dev.vitrine.example.provider;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request and its answer, as a behaviour has it. */
final class Connection {
    private static final String JSON = "application/json";

    private final Behaviour behaviour;
    private final InputStream in;
    private final OutputStream out;
    private final Response response;

    Connection(Socket socket, Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
        this.response = new Response(out);
    }

    /** Serves it, and returns when the connection is to be closed. */
    void serve() throws IOException {
        Request request = Request.read(in);
        if (request == null) {
            return;
        }
        switch (behaviour) {
            case REFUSE -> response.write("403 Forbidden", JSON, "{}");
            case LIMIT -> response.write("429 Too Many Requests", JSON, "{}");
            case FAIL -> response.write("500 Internal Server Error", JSON, "{}");
            case SILENCE -> awaitEnd();
            case HANG_UP -> out.flush();
            default -> answer(request);
        }
    }

    private void answer(Request request) throws IOException {
        try {
            switch (request.method() + " " + request.path()) {
                case "POST /v1/answer" -> answerAtOnce(request);
                case "POST /v1/stream" -> stream(request);
                case "GET /v1/socket" -> upgrade(request);
                default -> response.write("404 Not Found", JSON, "{}");
            }
        } catch (Answer.MalformedQuestion malformed) {
            response.write("400 Bad Request", JSON, "{}");
        }
    }

    private void answerAtOnce(Request request) throws IOException, Answer.MalformedQuestion {
        Answer answer = Answer.to(new String(request.body(), StandardCharsets.UTF_8));
        response.write("200 OK", JSON, behaviour == Behaviour.GARBLE ? "what no client can read" : answer.whole());
    }

    private void stream(Request request) throws IOException, Answer.MalformedQuestion {
        Answer answer = Answer.to(new String(request.body(), StandardCharsets.UTF_8));
        switch (behaviour) {
            case NO_STREAM -> response.write("200 OK", "text/html", "<p>Welcome</p>");
            case GARBLE -> response.write("200 OK", "text/event-stream", "data: what no client can read\n\n");
            default -> {
                if (new StreamedAnswer(response, behaviour).send(answer)) {
                    awaitEnd();
                }
            }
        }
    }

    private void upgrade(Request request) throws IOException, Answer.MalformedQuestion {
        String key = request.header("sec-websocket-key");
        boolean asked = request.header("upgrade").equalsIgnoreCase("websocket") && !key.isEmpty();
        if (behaviour == Behaviour.REJECT_UPGRADE || behaviour == Behaviour.NO_STREAM || !asked) {
            response.write("426 Upgrade Required", JSON, "{}");
        } else if (behaviour == Behaviour.IGNORE_UPGRADE) {
            awaitEnd();
        } else {
            response.head(
                    "101 Switching Protocols",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: " + SocketFrames.accept(key));
            out.flush();
            if (new SocketAnswers(new SocketFrames(in, out), behaviour).serve()) {
                awaitEnd();
            }
        }
    }

    /** Waits until the client closes the connection. */
    private void awaitEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
