package dev.vitrine.example.agent.model;

import dev.vitrine.AllowedValues;
import dev.vitrine.Description;
import java.util.Set;

/** The models of the bundled database. A model that a user has configured by another name is {@code other}. */
@Description("The models in the database that pi ships with.")
public final class KnownModels implements AllowedValues {
    @Override
    public Set<String> values() {
        return ModelDatabase.bundled().models();
    }
}
