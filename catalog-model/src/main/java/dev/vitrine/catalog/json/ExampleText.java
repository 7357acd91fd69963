package dev.vitrine.catalog.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** An example payload in the one form that the payload writer writes: a JSON object on one line. */
public final class ExampleText {
    private ExampleText() {}

    /**
     * The same object without the spaces and line ends between its parts.
     *
     * @throws IllegalArgumentException when {@code json} is not one JSON object
     */
    public static String of(String json) {
        try (JsonParser parser = JsonForm.factory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("an example is one JSON object, and this is none: " + json);
            }
            byte[] compact = JsonForm.COMPACT.write(generator -> generator.copyCurrentStructure(parser));
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("an example is one JSON object, and more follows: " + json);
            }
            return new String(compact, StandardCharsets.UTF_8);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("an example is one JSON object, and this is none: " + json, malformed);
        }
    }
}
