package dev.vitrine.collector.validation;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;

/**
 * A whole number within bounds. As in JSON Schema, {@code 1.0} and {@code 1e0} are the whole number 1.
 *
 * @param min the smallest
 * @param max the largest
 */
record NumberRule(long min, long max) implements ValueRule {
    @Override
    public String read(JsonParser json) throws RefusedException {
        long value = value(json);
        if (value < min || value > max) {
            throw RefusedException.of(RefusalReason.VALUE);
        }
        return Long.toString(value);
    }

    private static long value(JsonParser json) throws RefusedException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT) {
            if (json.getNumberType() == NumberType.BIG_INTEGER) {
                throw RefusedException.of(RefusalReason.VALUE);
            }
            return json.getLongValue();
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            return wholeValue(json.getDecimalValue());
        }
        throw RefusedException.of(RefusalReason.TYPE);
    }

    private static long wholeValue(BigDecimal value) throws RefusedException {
        // Looked at before it is converted: 1e999999999 is short to write, and has a billion digits.
        if (value.signum() == 0) {
            return 0;
        } else if ((long) value.precision() - value.scale() > 19) {
            throw RefusedException.of(RefusalReason.VALUE);
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException fraction) {
            throw RefusedException.of(RefusalReason.TYPE);
        }
    }
}
