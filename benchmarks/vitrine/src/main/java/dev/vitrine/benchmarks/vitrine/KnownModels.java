package dev.vitrine.benchmarks.vitrine;

import dev.vitrine.AllowedValues;
import dev.vitrine.Description;
import java.util.Set;

/** The names of models that may be sent. */
@Description("The models that the application knows.")
public final class KnownModels implements AllowedValues {
    @Override
    public Set<String> values() {
        return Set.of("gpt-5", "gpt-5-mini", "claude-opus-4.5", "llama-4");
    }
}
