package dev.vitrine.collector.validation;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One body, of which parts can be read once more: members of a JSON object have no order, so that what says how to read
 * another may come after it.
 */
final class JsonSlices {
    private final JsonFactory factory;
    private final byte[] body;
    private final int begin;
    private final int end;

    /** The whole body; {@code factory} makes parsers with the limits that hold. */
    JsonSlices(JsonFactory factory, byte[] body) {
        this(factory, body, 0, body.length);
    }

    /** What is between two places of a body, as if it were one. */
    JsonSlices(JsonFactory factory, byte[] body, int begin, int end) {
        this.factory = factory;
        this.body = body;
        this.begin = begin;
        this.end = end;
    }

    byte[] body() {
        return body;
    }

    /** Where in the body the token begins that {@code json}, a parser of this part, stands on. */
    int begin(JsonParser json) {
        return begin + Math.toIntExact(json.currentTokenLocation().getByteOffset());
    }

    /** Where in the body that token ends, if it closes an object or an array. */
    int end(JsonParser json) {
        return begin + Math.toIntExact(json.currentLocation().getByteOffset());
    }

    /** What begins with the token that {@code json}, a parser of this part, stands on. */
    JsonSlices at(JsonParser json) {
        return new JsonSlices(factory, body, begin(json), end);
    }

    /** Reads this part, from before its first token. */
    JsonParser parser() {
        return factory.createParser(ObjectReadContext.empty(), body, begin, end - begin);
    }
}
