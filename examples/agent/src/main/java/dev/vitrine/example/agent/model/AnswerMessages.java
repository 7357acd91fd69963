package dev.vitrine.example.agent.model;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said on every transport, as JSON: a question, and the messages that make up its answer. */
final class AnswerMessages {
    private final Consumer<String> onText;
    private final StringBuilder text = new StringBuilder();
    private long contextTokens;

    AnswerMessages(Consumer<String> onText) {
        this.onText = onText;
    }

    /** The message that asks {@code question}. */
    static String ask(Question question) {
        ObjectNode message = JsonMapper.shared().createObjectNode().put("model", question.model());
        ArrayNode turns = message.putArray("turns");
        for (Turn turn : question.turns()) {
            turns.addObject()
                    .put("role", turn.role().name().toLowerCase(Locale.ROOT))
                    .put("text", turn.text());
        }
        return message.toString();
    }

    /**
     * Takes the next message.
     *
     * @return whether it was the last
     * @throws IOException when it is none
     */
    boolean take(String message) throws IOException {
        JsonNode read;
        try {
            read = JsonMapper.shared().readTree(message);
        } catch (JacksonException malformed) {
            throw new IOException("not JSON", malformed);
        }
        String type = read.path("type").asString("");
        switch (type) {
            case "text" -> append(read);
            case "answer", "done" -> {
                append(read);
                contextTokens = read.path("contextTokens").asLong(0);
                return true;
            }
            default -> throw new IOException("neither text nor an end");
        }
        return false;
    }

    /** The answer, once the last message was taken. */
    Answer answer() {
        return new Answer(text.toString(), contextTokens);
    }

    private void append(JsonNode message) {
        String piece = message.path("text").asString("");
        if (!piece.isEmpty()) {
            text.append(piece);
            onText.accept(piece);
        }
    }
}
