package dev.vitrine.example.provider;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the provider says to a question. No model runs here: the answer says so, and repeats what was asked.
 *
 * @param parts the text, in the pieces in which it is streamed; at least four
 * @param contextTokens how many tokens the question held, where a token is a word
 */
record Answer(List<String> parts, long contextTokens) {
    /** The longest part of a question that is repeated, in characters. */
    private static final int REPEATED = 200;

    /** Answers a question: {@code {"model": "…", "turns": [{"role": "…", "text": "…"}]}}. */
    static Answer to(String question) throws MalformedQuestion {
        JsonNode turns;
        try {
            turns = JsonMapper.shared().readTree(question).path("turns");
        } catch (JacksonException malformed) {
            throw new MalformedQuestion(malformed);
        }
        String asked = "";
        long tokens = 0;
        for (JsonNode turn : turns) {
            asked = turn.path("text").asString("");
            tokens += words(asked).size();
        }
        List<String> parts = new ArrayList<>(List.of("No ", "model ", "runs ", "here. ", "You ", "asked:"));
        String repeated = asked.substring(0, Math.min(REPEATED, asked.length()));
        words(repeated).forEach(word -> parts.add(" " + word));
        return new Answer(List.copyOf(parts), tokens);
    }

    /** The whole answer as one JSON object. */
    String whole() {
        return json("answer", String.join("", parts));
    }

    /** A part of the answer as a JSON object. */
    static String part(String text) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "text")
                .put("text", text)
                .toString();
    }

    /** The end of a streamed answer as a JSON object. */
    String end() {
        return json("done", "");
    }

    private String json(String type, String text) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("text", text)
                .put("contextTokens", contextTokens)
                .toString();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** What was asked is no JSON. */
    static final class MalformedQuestion extends Exception {
        private static final long serialVersionUID = 1;

        MalformedQuestion(Throwable cause) {
            super(cause);
        }
    }
}
