package dev.vitrine.processor.declaration;

import com.palantir.javapoet.ClassName;

/**
 * A class that generated code names.
 *
 * @param name the class
 * @param binaryName the name that {@code Class.getName} answers
 * @param visibility who can name it
 */
public record TypeUse(ClassName name, String binaryName, Visibility visibility) {

    /** Who can name a class: the most private modifier of the class and of those around it decides. */
    public enum Visibility {
        /** Everyone. */
        EVERYWHERE,
        /** The classes of its package. */
        PACKAGE,
        /** The class around it. */
        NOWHERE
    }

    /** Whether code in {@code packageName} can name the class. */
    public boolean isVisibleFrom(String packageName) {
        return switch (visibility) {
            case EVERYWHERE -> true;
            case PACKAGE -> name.packageName().equals(packageName);
            case NOWHERE -> false;
        };
    }
}
