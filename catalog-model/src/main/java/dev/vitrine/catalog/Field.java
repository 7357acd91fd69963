package dev.vitrine.catalog;

/**
 * One field of a payload or of a nested record.
 *
 * @param name the name on the wire
 * @param description what it means
 * @param type what it can hold
 * @param optional whether the component is an {@code Optional}
 */
public record Field(String name, String description, FieldType type, boolean optional) {

    /** Whether a valid payload may lack this field. */
    public boolean mayBeAbsent() {
        return optional || type.mayBeAbsent();
    }
}
