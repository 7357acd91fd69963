package dev.vitrine.processor.declaration;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param place the component
 * @param name its name in Java
 * @param javaType its type, as generated code writes it, without annotations
 * @param type its type, as far as a field can hold it
 * @param description the description on it
 * @param wireName the wire name on it
 * @param rules the annotations on it that close its set of values
 */
public record ComponentDeclaration(
        Place place,
        String name,
        TypeName javaType,
        ComponentType type,
        Optional<Given<String>> description,
        Optional<Given<String>> wireName,
        List<Rule> rules) {

    /** Copies the list. */
    public ComponentDeclaration {
        rules = List.copyOf(rules);
    }
}
