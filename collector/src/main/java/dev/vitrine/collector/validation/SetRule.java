package dev.vitrine.collector.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A set of listed texts, written as an array in any order, each at most once. */
final class SetRule implements ValueRule {
    private final List<String> constants;
    private final Map<String, Integer> positions = new HashMap<>();

    /** Takes at most 64 texts, which is what a set of an enum's constants has. */
    SetRule(List<String> values) {
        this.constants = values.stream().map(TextRule::quote).toList();
        for (int i = 0; i < values.size(); i++) {
            positions.put(values.get(i), i);
        }
    }

    @Override
    public String read(JsonParser json) throws RefusedException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw RefusedException.of(RefusalReason.TYPE);
        }
        long seen = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Integer position = positions.get(TextRule.text(json));
            if (position == null || (seen & (1L << position)) != 0) {
                throw RefusedException.of(RefusalReason.VALUE);
            }
            seen |= 1L << position;
        }
        StringBuilder written = new StringBuilder("[");
        for (int i = 0; i < constants.size(); i++) {
            if ((seen & (1L << i)) != 0) {
                written.append(written.length() == 1 ? "" : ",").append(constants.get(i));
            }
        }
        return written.append(']').toString();
    }
}
