package dev.vitrine.example.provider;

import java.io.IOException;
import java.util.List;

/** Answers questions over a WebSocket until the client closes it, and breaks where it is told to. */
final class SocketAnswers {
    private static final int SERVER_ERROR = 1011;

    private final SocketFrames frames;
    private final Behaviour behaviour;

    SocketAnswers(SocketFrames frames, Behaviour behaviour) {
        this.frames = frames;
        this.behaviour = behaviour;
    }

    /** Answers; answers whether the line is to be kept open afterwards. */
    boolean serve() throws IOException, Answer.MalformedQuestion {
        for (String question = frames.readText(); question != null; question = frames.readText()) {
            switch (behaviour) {
                case CLOSE_SOCKET, BREAK_AT_START -> {
                    frames.writeClose(SERVER_ERROR);
                    return false;
                }
                case GARBLE -> frames.writeText("what no client can read");
                default -> {
                    if (!send(Answer.to(question))) {
                        return behaviour == Behaviour.STALL;
                    }
                }
            }
        }
        return false;
    }

    /** Sends an answer; false when it was broken off. */
    private boolean send(Answer answer) throws IOException {
        List<String> parts = answer.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (i == parts.size() / 2 && breaksHalfWay()) {
                return false;
            }
            frames.writeText(Answer.part(parts.get(i)));
        }
        frames.writeText(answer.end());
        return true;
    }

    private boolean breaksHalfWay() {
        return switch (behaviour) {
            case BREAK_BETWEEN, BREAK_INSIDE, STALL -> true;
            default -> false;
        };
    }
}
