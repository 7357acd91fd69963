package dev.vitrine.collector.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.JsonStringEncoder;

/** A text: one of a list, or of a form. */
final class TextRule {
    private TextRule() {}

    /** One of these texts. */
    static ValueRule oneOf(List<String> values) {
        Map<String, String> known = new HashMap<>();
        values.forEach(value -> known.put(value, quote(value)));
        return json -> {
            String written = known.get(text(json));
            if (written == null) {
                throw RefusedException.of(RefusalReason.VALUE);
            }
            return written;
        };
    }

    /** A text of this form, which has no character that JSON would escape. */
    static ValueRule matching(Predicate<String> form) {
        return json -> {
            String text = text(json);
            if (!form.test(text)) {
                throw RefusedException.of(RefusalReason.VALUE);
            }
            return '"' + text + '"';
        };
    }

    /** The text that the parser stands on. */
    static String text(JsonParser json) throws RefusedException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw RefusedException.of(RefusalReason.TYPE);
        }
        return json.getString();
    }

    static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
