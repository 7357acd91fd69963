package dev.vitrine.processor.model;

import com.palantir.javapoet.ClassName;
import dev.vitrine.catalog.Catalog;
import dev.vitrine.processor.declaration.TypeUse;
import java.util.List;

/**
 * An application, its catalog and the records behind it.
 *
 * @param type the annotated class
 * @param catalog the catalog
 * @param modes the names of the constants of {@code ConsentMode} that a user can grant, in their order
 * @param protocol the name of the constant of {@code RecipientProtocol}
 * @param experiments the experiments, in ascending order of ids
 */
public record ApplicationModel(
        TypeUse type, Catalog catalog, List<String> modes, String protocol, List<ExperimentModel> experiments) {

    /** Copies the lists. */
    public ApplicationModel {
        modes = List.copyOf(modes);
        experiments = List.copyOf(experiments);
    }

    /** The class that is generated for it. */
    public ClassName facade() {
        return ClassName.get(type.name().packageName(), type.name().simpleName() + "Analytics");
    }
}
