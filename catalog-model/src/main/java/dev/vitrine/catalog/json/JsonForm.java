package dev.vitrine.catalog.json;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** The two forms of JSON that Vitrine writes: pages for people and diffs, and single lines. */
final class JsonForm extends ObjectWriteContext.Base {
    /** UTF-8, {@code \n}, two spaces: the same bytes on every system. */
    static final JsonForm INDENTED = new JsonForm(true, Escapes.REVIEW);

    /** One line without a space that is not data. */
    static final JsonForm COMPACT = new JsonForm(false, Escapes.PAYLOAD);

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final boolean indented;
    private final Escapes escapes;

    private JsonForm(boolean indented, Escapes escapes) {
        this.indented = indented;
        this.escapes = escapes;
    }

    /** What {@code content} writes, as UTF-8. */
    byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(this, bytes, JsonEncoding.UTF8)) {
            content.accept(json);
            if (indented) {
                json.writeRaw('\n');
            }
        }
        return bytes.toByteArray();
    }

    static JsonFactory factory() {
        return FACTORY;
    }

    @Override
    public boolean hasPrettyPrinter() {
        return indented;
    }

    @Override
    public @Nullable PrettyPrinter getPrettyPrinter() {
        return indented
                ? new DefaultPrettyPrinter(SEPARATORS)
                        .withArrayIndenter(INDENTER)
                        .withObjectIndenter(INDENTER)
                : null;
    }

    @Override
    public CharacterEscapes getCharacterEscapes() {
        return escapes;
    }
}
