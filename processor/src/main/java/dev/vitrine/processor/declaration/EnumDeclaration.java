package dev.vitrine.processor.declaration;

import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param place its name in the source
 * @param type the enum
 * @param isCompiledNow whether its source is part of the compilation, and can be changed
 * @param constants the constants, in the order of their declaration
 */
public record EnumDeclaration(Place place, TypeUse type, boolean isCompiledNow, List<ConstantDeclaration> constants) {

    /** Copies the list. */
    public EnumDeclaration {
        constants = List.copyOf(constants);
    }

    /**
     * A constant of an enum.
     *
     * @param place the constant
     * @param name its name in Java
     * @param description the description on it
     * @param wireName the wire name on it
     */
    public record ConstantDeclaration(
            Place place, String name, Optional<Given<String>> description, Optional<Given<String>> wireName) {}
}
