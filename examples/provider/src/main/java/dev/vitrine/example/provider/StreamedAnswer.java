package dev.vitrine.example.provider;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends an answer as server-sent events, and breaks where it is told to. */
final class StreamedAnswer {
    /** As long as a slow network takes for a head. */
    private static final long HEAD_ARRIVES_MILLISECONDS = 100;

    private final Response response;
    private final Behaviour behaviour;

    StreamedAnswer(Response response, Behaviour behaviour) {
        this.response = response;
        this.behaviour = behaviour;
    }

    /** Sends it; answers whether the line is to be kept open afterwards. */
    boolean send(Answer answer) throws IOException {
        response.beginChunks("text/event-stream");
        if (behaviour == Behaviour.BREAK_AT_START) {
            letTheHeadArrive();
            return false;
        }
        // What follows a colon is a comment; real providers keep a connection awake with it.
        response.chunk(": begin\n\n");
        List<String> parts = answer.parts();
        for (int i = 0; i < parts.size(); i++) {
            String event = event("text", Answer.part(parts.get(i)));
            if (i == parts.size() / 2) {
                switch (behaviour) {
                    case BREAK_BETWEEN -> {
                        return false;
                    }
                    case BREAK_INSIDE -> {
                        response.chunk(event.substring(0, event.length() / 2));
                        return false;
                    }
                    case STALL -> {
                        return true;
                    }
                    default -> response.chunk(event);
                }
            } else {
                response.chunk(event);
            }
        }
        response.chunk(event("done", answer.end()));
        response.endChunks();
        return false;
    }

    /** A client that learns of the head and of the end at once may only learn of the end. */
    private static void letTheHeadArrive() throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(HEAD_ARRIVES_MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the provider was stopped");
        }
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
