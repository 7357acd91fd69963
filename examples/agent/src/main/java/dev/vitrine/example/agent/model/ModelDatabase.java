package dev.vitrine.example.agent.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The models that pi knows, each with its provider. Read from {@code models.txt}, a line {@code <model> <provider>} each. */
public final class ModelDatabase {
    /** The provider of a model that is not in the database. */
    public static final String UNKNOWN = "other";

    private final Map<String, String> providers;

    private ModelDatabase(Map<String, String> providers) {
        this.providers = providers;
    }

    /** The database that is part of this program. */
    public static ModelDatabase bundled() {
        Map<String, String> providers = new TreeMap<>();
        try (InputStream resource = ModelDatabase.class.getResourceAsStream("models.txt")) {
            if (resource == null) {
                throw new IllegalStateException("models.txt is missing from this program's jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                if (!line.startsWith("#") && space > 0) {
                    providers.put(
                            line.substring(0, space), line.substring(space + 1).strip());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("models.txt in this program's jar cannot be read", unreadable);
        }
        return new ModelDatabase(providers);
    }

    /** The names of all models. */
    public Set<String> models() {
        return Collections.unmodifiableSet(providers.keySet());
    }

    /** The names of all providers. */
    public Set<String> providers() {
        return Set.copyOf(providers.values());
    }

    /** Who provides a model; {@value #UNKNOWN} when it is not in the database. */
    public String providerOf(String model) {
        return providers.getOrDefault(model, UNKNOWN);
    }
}
