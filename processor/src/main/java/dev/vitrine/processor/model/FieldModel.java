package dev.vitrine.processor.model;

import com.palantir.javapoet.TypeName;
import dev.vitrine.catalog.Field;

/**
 * A field of a payload, and the component behind it.
 *
 * @param field the field, as the catalog lists it
 * @param component the component's name in Java
 * @param javaType the component's type
 * @param binding what else generated code must know
 */
public record FieldModel(Field field, String component, TypeName javaType, Binding binding) {}
