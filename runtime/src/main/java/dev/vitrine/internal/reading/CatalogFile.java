package dev.vitrine.internal.reading;

import dev.vitrine.binding.ApplicationType;
import dev.vitrine.internal.settings.JsonScanner;
import dev.vitrine.internal.settings.JsonValue;
import dev.vitrine.internal.settings.JsonValue.JsonBoolean;
import dev.vitrine.internal.settings.JsonValue.JsonNumber;
import dev.vitrine.internal.settings.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalog that lies beside the application's classes, {@code META-INF/vitrine/<name>/catalog.json}. */
final class CatalogFile {
    private final JsonValue root;

    private CatalogFile(JsonValue root) {
        this.root = root;
    }

    /**
     * Reads the catalog.
     *
     * @throws IOException when it is not there or cannot be understood; the message says what to do
     */
    static CatalogFile read(ApplicationType application) throws IOException {
        String path = "META-INF/vitrine/" + application.name() + "/catalog.json";
        ClassLoader loader = application.owner().getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the catalog is missing: " + path + " is not where "
                        + application.owner().getName() + " is; whoever packed the application left it out");
            }
            return new CatalogFile(JsonScanner.scan(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (MalformedJsonException malformed) {
            throw new IOException(
                    "the catalog " + path + " cannot be understood: " + malformed.getMessage(), malformed);
        }
    }

    JsonValue root() {
        return root;
    }

    List<JsonValue> experiments() {
        return list(root, "experiments");
    }

    List<JsonValue> envelope() {
        return list(root, "envelope");
    }

    @Nullable
    JsonValue experiment(String id) {
        for (JsonValue experiment : experiments()) {
            if (id.equals(text(experiment, "id"))) {
                return experiment;
            }
        }
        return null;
    }

    static List<JsonValue> list(JsonValue value, String name) {
        JsonValue member = value.member(name);
        return member == null ? List.of() : member.elements();
    }

    /** A member as text: that of a string, the digits of a number; empty when there is none. */
    static String text(JsonValue value, String name) {
        JsonValue member = value.member(name);
        if (member instanceof JsonNumber number) {
            return number.digits();
        } else if (member instanceof JsonBoolean bool) {
            return Boolean.toString(bool.value());
        }
        String text = member == null ? null : member.asText();
        return text == null ? "" : text;
    }
}
