package dev.vitrine.example.provider;

import java.io.IOException;
import java.util.List;

/** Sends an answer as server-sent events, and breaks where it is told to. */
final class StreamedAnswer {
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

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
