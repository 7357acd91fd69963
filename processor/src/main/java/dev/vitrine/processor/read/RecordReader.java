package dev.vitrine.processor.read;

import com.palantir.javapoet.TypeName;
import dev.vitrine.processor.declaration.ComponentDeclaration;
import dev.vitrine.processor.declaration.ComponentType;
import dev.vitrine.processor.declaration.RecordDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads records, and those nested in them. */
final class RecordReader {
    private final AnnotationReader annotations;
    private final TypeUses typeUses;
    private final TypeReader types;
    private final RuleReader rules;

    RecordReader(AnnotationReader annotations, TypeUses typeUses, TypeReader types, RuleReader rules) {
        this.annotations = annotations;
        this.typeUses = typeUses;
        this.types = types;
        this.rules = rules;
    }

    RecordDeclaration read(TypeElement type, Spot spot) throws UnreadableException {
        return read(type, spot, Set.of());
    }

    private RecordDeclaration read(TypeElement type, Spot spot, Set<TypeElement> around) throws UnreadableException {
        Set<TypeElement> withThis = new HashSet<>(around);
        withThis.add(type);
        List<ComponentDeclaration> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            Spot within = spot.within(component);
            components.add(new ComponentDeclaration(
                    spot.of(component),
                    component.getSimpleName().toString(),
                    TypeName.get(component.asType()),
                    types.read(component.asType(), within, nested -> nested(nested, within, withThis)),
                    annotations.text(component, "Description", spot),
                    annotations.text(component, "WireName", spot),
                    rules.read(component, spot)));
        }
        return new RecordDeclaration(
                spot.of(type),
                typeUses.of(type),
                type.getKind() == ElementKind.RECORD,
                !type.getTypeParameters().isEmpty(),
                annotations.text(type, "Description", spot),
                components);
    }

    private ComponentType nested(TypeElement type, Spot spot, Set<TypeElement> around) throws UnreadableException {
        return around.contains(type)
                ? new ComponentType.Recursive(type.toString())
                : new ComponentType.Nested(read(type, spot, around));
    }
}
