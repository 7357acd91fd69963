package dev.vitrine.processor.declaration;

import java.util.List;
import java.util.Optional;

/**
 * A record, an experiment's own or one nested in it.
 *
 * @param place its name in the source
 * @param type the record
 * @param isRecord whether it is a record at all
 * @param isGeneric whether it, or a class that it is an inner class of, has type parameters
 * @param description the description on it
 * @param components its components, in order
 */
public record RecordDeclaration(
        Place place,
        TypeUse type,
        boolean isRecord,
        boolean isGeneric,
        Optional<Given<String>> description,
        List<ComponentDeclaration> components) {

    /** Copies the list. */
    public RecordDeclaration {
        components = List.copyOf(components);
    }
}
