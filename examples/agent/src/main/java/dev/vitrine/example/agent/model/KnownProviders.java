package dev.vitrine.example.agent.model;

import dev.vitrine.AllowedValues;
import dev.vitrine.Description;
import java.util.Set;

/** The providers of the bundled database. That of a model which is not in it is {@code other}. */
@Description("The providers in the database that pi ships with.")
public final class KnownProviders implements AllowedValues {
    @Override
    public Set<String> values() {
        return ModelDatabase.bundled().providers();
    }
}
